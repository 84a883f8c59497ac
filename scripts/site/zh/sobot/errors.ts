/** The catalogue of errors of Sobot, in Chinese. */
import type { ErrorWords } from '../words.ts'

export const errors: ErrorWords = {
  '900001': {
    cause: '请求头 `token` 缺失或为空。',
    cure: '获取 token，放在请求头 `token` 中发送，不要放在查询串或请求体中。',
  },
  '900002': {
    cause: 'token 未知、超过一天，或由另一台主机签发。',
    cure: '获取新的 token，再调用一次。',
  },
  '900003': {
    cause: 'sign 与 appid、create_time 和 app_key 不符。',
    cure: '依次拼接 appid + create_time + app_key，取十六进制小写 MD5，并发送同一个 create_time。',
  },
  '900004': {
    cause: '这台主机上没有公司使用这个 appid。文档中的消息不带感叹号。',
    cure: '核对 appid，并确认公司在 sobot.com、soboten.com 还是 sg.sobot.com。',
  },
  '999999': {
    cause: '一切没有专用代码的错误；就我们所知，还包括客户不存在和昵称过长。',
    cure: '核对所发送的 id 和长度，然后稍后重试。',
  },
  '700046': {
    cause: '公司购买的版本不含接口：免费版或海外团队版。',
    cure: '购买其他版本。',
  },
  '400004': {
    cause: '缺少必填字段。这个代码属于同一平台的工单接口；CRM 也返回它，是我们的推测。',
    cure: '发送该接口要求的所有字段。',
  },
  '510001': { cause: '没有标签组使用这个 id。', cure: '用 labelGroupList 查找 id。' },
  '510002': { cause: '另一个标签组已有这个名称。', cure: '换一个名称，或使用已有的标签组。' },
  '510003': { cause: '另一个标签已有这个名称。', cure: '换一个名称，或使用已有的标签。' },
  '510004 标签参数名已存在': {
    cause: '另一个标签已有这个 param_name。同一个代码也表示标签已不存在；只能从消息区分。',
    cure: '换一个 param_name。',
  },
  '510004 标签已不存在': {
    cause: '没有标签使用这个 id，或者它已被删除。同一个代码也表示 param_name 已被占用；只能从消息区分。',
    cure: '用 labelList 查找 id。',
  },
  '510005': { cause: '标签组的名称缺失或为空。', cure: '发送名称。' },
  '510006': { cause: '标签的名称缺失或为空。', cure: '发送名称。' },
  '510007': { cause: '标签或标签组的名称过长。', cure: '不超过 30 个字符；汉字和拉丁字母一样计算。' },
  '510008': { cause: '标签的 param_name 过长。', cure: '不超过 30 个字符。' },
}
