/** What the site says of Echat in Chinese. */
import type { OwnWords } from '../words.ts'
import { assumptions } from './assumptions.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'

export const words: OwnWords = {
  summary: '对话的业务数据，以 XML 实时推送',
  source: '《一洽客服系统-实时接收会话业务数据》，厂商的一个 wiki 页面，已转为文本',
  errata,
  assumptions,
  errors,
  security: { signature: 'token、timestamp、nonce 排序后拼接，取十六进制小写 SHA-1。' },
}
