/** What the library says of itself, in Chinese, by `<door>.<export>` or `<door>.<export>.<member>`: the doors, `kefu-kit/vitest` and `kefu-kit/contracts`; the others in files of their own. */
import { kitWords } from './library-kit.ts'
import { mockWords } from './library-mock.ts'
import { verifyWords } from './library-verify.ts'

export type LibraryWords = Readonly<Record<string, string>>

const doorWords: LibraryWords = {
  kit: '随产品上线的我方一侧：接收厂商的推送，调用厂商的接口。',
  mock: '`kefu-kit/mock`：测试中的模拟服务，以及作为程序库的厂商一侧：模拟服务器和推送的发送方。',
  vitest: "`import 'kefu-kit/vitest'`：Vitest 的匹配器 `toMatchContract`。",
  'vitest.Matchers.toMatchContract': '值是否符合契约：`echat.chatStart`、`sobot.customerSave.reply`。',
  verify: '`kefu-kit/verify`：在测试或脚本里评判推送的处理程序和接口的客户端。',
  contracts: '`kefu-kit/contracts`：五份文档，以及列出其中契约的函数。',
}

const contractWords: LibraryWords = {
  'contracts.Contract.chapter': '章节模块的名称。',
  'contracts.contractOf': '该 id 的契约；没有则为 undefined。',
  'contracts.contracts': '某一类的全部契约，按文档的顺序（模块导出的顺序与此不同）。',
  'contracts.CodeOf': '厂商错误码表里的全部错误码。',
  'contracts.Operation': '我们向厂商发起的一种调用。',
  'contracts.OperationFacts.aliases': '文档为同一接口给出的其他路径。',
  'contracts.OperationFacts.otherMethod': '另一种方法：文档两种都写了，或我们认为两种都可以。',
  'contracts.OperationFacts.open': '不需要该厂商的凭证（智齿：不需要 token）。',
  'contracts.OperationFacts.reads': '是否只读、因而可以重复调用；方法看不出来时才写明：会删除的 GET、用于列表的 POST。',
  'contracts.OperationFacts.fails': '除全部接口共有的以外，它可能返回的错误码。',
  'contracts.OperationFacts.variants': '文档自身展示、但与表格不符的往来，以偏差命名。',
  'contracts.Facts.title': '文档自己的中文标题。',
  'contracts.Facts.summary': '标题的英文：简短的祈使句或名词短语。',
  'contracts.Facts.doc': '在厂商文档里的章节号；契约按此顺序列出。',
  'contracts.Facts.description': '何时发生或有何用途，用我们自己的话。',
  'contracts.Push': '厂商发给我们的一种消息。',
  'contracts.Facts.zh': '摘要和说明的中文，供文档站使用；缺了就不能构建。',
  'contracts.PushFacts.variants': '与表格不符、但接收端可能遇到的消息，以偏差命名。',
  'contracts.Vendor': '一个厂商的文档。',
  'contracts.VendorFacts.title': '厂商的中文名称。',
  'contracts.VendorFacts.source': '来源文档的标题和形式。',
  'contracts.VendorFacts.origins': '厂商提供服务的主机。',
  'contracts.VendorFacts.erratum': '勘误 id 的前缀。',
  'contracts.VendorFacts.credentials': '双方共有的内容：密钥、token、id。',
  'contracts.VendorFacts.security': '凭证放在请求的什么位置。',
  'contracts.VendorFacts.login':
    '用长期凭证换取临时凭证的接口：哪个接口、在返回的什么位置、填入哪项凭证，以及有效秒数的位置。',
  'contracts.VendorFacts.failure': '调用失败时的返回，以及其中存放错误码和提示的字段。',
  'contracts.VendorFacts.chapters': '每章一个模块；模块导出的契约，名称就是 id。',
  'contracts.VendorError': '厂商错误码表里的一行，错误码和提示与实际返回的相同。',
  'contracts.VendorError.everywhere': '全部接口都可能返回，或除开放接口外都可能返回。',
}

export const libraryWords: LibraryWords = { ...doorWords, ...kitWords, ...mockWords, ...verifyWords, ...contractWords }
