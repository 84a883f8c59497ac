/** How each vendor proves who sends, and what its scheme leaves open; in our words, in both languages. */
import type { Both } from './page.ts'

export interface Scheme {
  /** In the order in which they are done. */
  steps: readonly Both[]
  /** What no receiver or client can make up for. */
  gaps: readonly Both[]
}

/** What helps with every vendor that pushes. */
export const remedy: Both = {
  en: "So: TLS, an address that nobody can guess, a secret in it or in a header (`shared: { query: 'key', value: '…' }`), and an allow list of the vendor’s addresses in front.",
  zh: "因此：使用 TLS、猜不到的地址、地址或请求头里的密钥（`shared: { query: 'key', value: '…' }`），并在前面只放行厂商的 IP。",
}

const nothingSigned: Scheme = {
  steps: [
    {
      en: 'Nothing is signed and nothing is encrypted: the vendor is told an address, and posts JSON to it.',
      zh: '既不签名也不加密：把地址告诉厂商，厂商就向它 POST JSON。',
    },
    {
      en: "Put a secret into that address, such as `?key=…`, and have the receiver demand it: `shared: { query: 'key', value: '…' }`.",
      zh: "在地址里放一个密钥，例如 `?key=…`，并让接收端核对：`shared: { query: 'key', value: '…' }`。",
    },
  ],
  gaps: [
    {
      en: 'Whoever knows the address can push whatever he likes; nothing in a message tells where it came from.',
      zh: '知道地址的人可以推送任何内容；消息本身没有任何信息证明它来自哪里。',
    },
  ],
}

export const schemes: Record<string, Scheme> = {
  sobot: {
    steps: [
      {
        en: 'Write `appid`, `create_time` and `app_key` in a row and take the MD5 in lower-case hexadecimal: that is `sign`.',
        zh: '把 `appid`、`create_time`、`app_key` 依次相连，取小写十六进制 MD5，即 `sign`。',
      },
      {
        en: 'Ask `getToken` for a token with `appid`, the same `create_time` (seconds since 1970) and `sign` in the query.',
        zh: '带上 `appid`、同一个 `create_time`（1970 年以来的秒数）和 `sign` 调用 `getToken` 获取 token。',
      },
      {
        en: 'Send the token in the header `token` of every other call. Keep it until shortly before `expires_in` seconds are over, and get a new one after 900002.',
        zh: '其他接口都在请求头 `token` 里带上它。保存到 `expires_in` 秒快到为止；返回 900002 时重新获取。',
      },
      {
        en: 'Pushes are signed only where that was switched on: `X-Log-Sign` is the MD5 of `companyid`, `X-Log-TimeStamp`, `X-Log-RandomCode` and `app_key` in a row.',
        zh: '推送只在开通后才签名：`X-Log-Sign` 是 `companyid`、`X-Log-TimeStamp`、`X-Log-RandomCode`、`app_key` 依次相连后的 MD5。',
      },
    ],
    gaps: [
      {
        en: 'Neither signature covers a body: a call is as safe as its TLS, and so is a push.',
        zh: '两种签名都不覆盖正文：调用和推送的安全都只靠 TLS。',
      },
      {
        en: 'Pushes without a signature are normal where signing was not switched on; `signed: true` refuses them.',
        zh: '没有开通签名时，推送不带签名属正常；`signed: true` 会拒绝它们。',
      },
    ],
  },
  okayapi: {
    steps: [
      {
        en: 'Send `app_key` in the query of every call, also where the rest is a JSON body.',
        zh: '每次调用都在查询串里带上 `app_key`，正文是 JSON 时也一样。',
      },
      {
        en: 'Where the application demands signatures: sort all parameters but `sign` by name, join their values, append `app_secrect`, and take the MD5 in upper-case hexadecimal: that is `sign`. The spelling is the vendor’s.',
        zh: '应用开启签名校验时：除 `sign` 外的全部参数按名称排序，把值依次相连，末尾加上 `app_secrect`，取大写十六进制 MD5，即 `sign`。拼写以厂商为准。',
      },
      {
        en: 'The reply proves itself as well: `_auth` is the lower-case MD5 of the JSON text of `data`, `_t` and `app_secrect`.',
        zh: '返回也带证明：`_auth` 是 `data` 的 JSON 原文、`_t`、`app_secrect` 依次相连后的小写 MD5。',
      },
    ],
    gaps: [
      {
        en: 'No time and no nonce is signed: whoever sees a signed call can send it again, for ever.',
        zh: '签名里没有时间也没有随机串：看到一次带签名的调用，就可以永远重放。',
      },
      {
        en: 'Values are joined without anything between them, so that `a=1, b=23` and `a=12, b=3` have the same signature.',
        zh: '各个值之间没有分隔，因此 `a=1, b=23` 与 `a=12, b=3` 的签名相同。',
      },
      {
        en: 'The only host of the document is reached by plain http: everything can be read on the way.',
        zh: '文档给出的唯一主机使用明文 http：内容在途中可以被看到。',
      },
    ],
  },
  echat: {
    steps: [
      {
        en: 'Sort `token`, `timestamp` and `nonce` as text, join them and take the SHA-1 in lower-case hexadecimal; it has to be the `signature` of the query.',
        zh: '把 `token`、`timestamp`、`nonce` 按文本排序后相连，取小写十六进制 SHA-1，须等于查询串里的 `signature`。',
      },
      {
        en: 'In secure mode the body is one element `Encrypt`: base64 of AES-256-CBC, with the key from `EncodingAESKey` and its first 16 bytes as vector; inside are 16 random bytes, the length in 4 bytes, the message, the `appId`.',
        zh: '安全模式下正文只有一个 `Encrypt` 元素：AES-256-CBC 密文的 base64，密钥来自 `EncodingAESKey`，前 16 字节作向量；明文依次为 16 个随机字节、4 字节长度、消息、`appId`。',
      },
      {
        en: 'A new address is checked with `dataType=checkUrl`: answer with the `echostr` and nothing else.',
        zh: '新地址会用 `dataType=checkUrl` 验证：原样返回 `echostr`，不要有别的内容。',
      },
    ],
    gaps: [
      {
        en: 'The signature covers token, timestamp and nonce, neither the body nor the data type: in plain mode whoever sees one request can send others within the window.',
        zh: '签名只覆盖 token、timestamp 和 nonce，不含正文和数据类型：明文模式下，看到一个请求的人可以在时间窗口内发送别的。',
      },
      {
        en: 'The secure mode hides a message, and no code proves that it was not changed on the way.',
        zh: '安全模式隐藏了消息，但没有任何校验码证明它未被改动。',
      },
    ],
  },
  yunduo: nothingSigned,
  easyliao: nothingSigned,
}
