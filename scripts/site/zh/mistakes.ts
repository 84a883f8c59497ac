/** What the doctor says in Chinese: the mistakes of its tables, by id. What follows a colon is in `mistake-details.ts`. */

export type MistakeWords = Readonly<Record<string, readonly [what: string, cure: string]>>

const order = '按规则给定的顺序拼接，比较时按字符编码。'
const join = '只拼接值本身，中间不加任何字符。'
const place = '把密钥放在规则指定的位置。'
const issued = '原样使用发放的密钥。'
const once = '时间只取一次，签名用的文本就是发送的文本。'

export const signatureMistakes: MistakeWords = {
  'encrypt-included': ['密文也参与了签名，这是微信的做法', '去掉 Encrypt：一洽只对 token、timestamp 和 nonce 签名。'],
  'body-included': ['报文体也参与了签名', '去掉报文体，该签名不覆盖它。'],
  'parameter-included': ['有不该参与签名的参数参与了签名', '只拼接规则列出的内容。'],
  's-included': ['签名里含有并未发送的服务名', '只有发送了 s 才对它签名。'],
  'empty-dropped': ['空值被丢掉了', '发送的每个参数都要签名，空值、0 和 false 也不例外。'],
  'parameter-missing': ['漏了一个部分', '规则列出的每个部分都要拼接。'],
  'parameter-doubled': ['有一个部分拼接了两次', '每个部分只拼接一次。'],
  'empty-printed': ['空值被写成了单词再签名', '空值就按空文本签名。'],
  'signature-included': ['签名参数自身以空值参与了签名', '去掉签名参数自身。'],
  'plus-lost': ['加号与空格被互相替换', '地址中的 + 编码为 %2B，并在编码之前对值签名。'],
  'not-decoded': ['直接对地址里 URL 编码后的值签名', '编码之前签名，解码之后验签。'],
  'decoded-twice': ['值的 URL 解码比编码多做了一次', '只解码一次；值本身可能含有百分号。'],
  'value-blank': ['值前后的空格、换行或字节顺序标记有增减', '对发送的值原样签名。'],
  reserialised: ['JSON 在签名前被解析后又重新生成', '在任何解析器处理之前，直接对发送的字节签名和验签。'],
  'value-printed': ['非文本的值换了一种写法', '数字、true 和 false 按 JSON 的写法，列表和对象用它们的 JSON。'],
  charset: ['签名时用了 UTF-8 以外的编码', '求摘要之前先编码为 UTF-8。'],
  'wrong-unit': ['签名用的时间单位与发送的不同', once],
  'time-taken-twice': ['时间取了两次，一次用于签名，一次用于发送', once],
  'clock-skew': ['签名用的时间不是发送的时间', '时间只取一次，签名用的文本就是发送的文本；并校准时钟与时区。'],
  unsorted: ['各部分没有排序', order],
  'sorted-by-value': ['各部分按值排序了', order],
  'sorted-by-name': ['各部分按名称排序了', order],
  'sorted-ignoring-case': ['排序时忽略了大小写', order],
  'sorted-numerically': ['按数字大小排序了', order],
  'sorted-downwards': ['按降序排序了', order],
  'credentials-swapped': ['两个凭证互换了位置', '每个凭证放到它自己的位置。'],
  'other-credential': ['用了同一租户的另一个凭证', '使用规则指定的凭证。'],
  'secret-missing': ['漏了密钥', '密钥也要拼接；注意 OkayAPI 公布的唯一一个计算示例恰好漏了它。'],
  'secret-in-front': ['密钥放在了最前面', place],
  'secret-at-end': ['密钥放在了最后面', place],
  'secret-on-both-sides': ['密钥在前后各放了一次', '密钥只在规则指定的位置拼接一次。'],
  'secret-sorted-in': ['密钥和参数一起排序了', '排序时不含密钥，排完再追加。'],
  'secret-blank': ['密钥前后多了字符，或丢了空格', '原样使用发放的密钥；检查配置里是否有换行或空格。'],
  'secret-case': ['密钥的大小写变了', issued],
  hmac: ['用了 HMAC', '用普通摘要，并按规则拼接密钥。'],
  sorted: ['各部分被排序了，而规则不排序', order],
  'wrong-order': ['各部分的拼接顺序不对', order],
  pairs: ['名称和值成对拼接了', join],
  separated: ['值与值之间加了字符', join],
  'joined-as-json': ['各个值拼成了 JSON', join],
  'other-hash': ['用了另一种摘要算法', '使用规则指定的摘要算法。'],
  'hashed-twice': ['对摘要又求了一次摘要', '只求一次摘要。'],
  'not-hashed': ['没有求摘要，直接发送了拼接的文本', '求摘要之后再发送，并更换密钥：它已经以明文发出。'],
  base64: ['摘要写成了 base64', '写成十六进制数字。'],
  'digest-short': ['只发送了摘要的一部分', '发送完整的摘要。'],
  'zeros-lost': ['摘要中的零丢了', '每个字节写成两位；把大数直接转成十六进制会丢掉前面的零。'],
  'signature-blank': ['签名前后多了字符', '只发送十六进制数字本身。'],
  'wrong-case': ['摘要字母的大小写不对', '按规则书写摘要。'],
}

const base64 = '密文用普通 base64 发送，只编码一次，不换行。'
const length = '消息的字节长度写成 4 个字节，高位在前。'
const key = '密钥是 EncodingAESKey 加“=”的 base64 解码，共 32 字节；算法为 AES-256-CBC，IV 是密钥的前 16 字节。'
const layout = '依次加密 16 个随机字节、4 字节长度、消息和 appId。'

export const envelopeMistakes: MistakeWords = {
  'plus-lost': ['base64 中的 + 变成了空格', '密文放在报文体里发送，或把 + 编码为 %2B。'],
  'base64-lines': ['base64 被换行断开了', base64],
  'base64-of-addresses': ['base64 用了 - 和 _ 代替 + 和 /', base64],
  'percent-encoded': ['base64 做了 URL 编码', base64],
  'base64-twice': ['base64 编码做了两次', base64],
  hexadecimal: ['密文写成了十六进制数字', base64],
  'padding-16': [
    '明文按 16 字节分组填充，这是 AES 库的默认行为',
    '按 PKCS7 填充到 32 字节的倍数，并关闭库自带的填充。',
  ],
  'padding-zeros': ['明文用零填充', '按 PKCS7 填充到 32 字节的倍数：每个字节都是填充的字节数。'],
  'padding-missing': ['明文没有填充', '按 PKCS7 填充到 32 字节的倍数；恰好填满时再加 32 字节。'],
  'appId-missing': ['末尾没有 appId', layout],
  'appId-in-front': ['appId 放在了消息前面', layout],
  'random-missing': ['前面没有 16 个随机字节', layout],
  'length-missing': ['消息前面没有长度', layout],
  'message-alone': ['只加密了消息本身', layout],
  'length-little-endian': ['长度的低位字节在前', length],
  'length-in-characters': ['长度数的是字符', length],
  'length-of-more': ['长度多算了消息以外的内容', length],
  'appId-wrong': ['末尾是另一个 appId', '两边都使用一洽分配给该应用的 appId。'],
  'iv-in-front': ['密文前面放了随机的 IV', key],
  'iv-wrong': ['用了另一个 IV', key],
  ecb: ['算法用成了 AES-256-ECB', key],
  'aes-128': ['算法用成了 AES-128', key],
  'key-not-decoded': ['EncodingAESKey 没有做 base64 解码', key],
}
