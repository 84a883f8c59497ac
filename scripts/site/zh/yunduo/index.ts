/** What the site says of Yunduo in Chinese. */
import type { OwnWords } from '../words.ts'
import { assumptions } from './assumptions.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'

export const words: OwnWords = {
  summary: '云朵在线客服：推送名片及其会话，以及访客的留言',
  source: '“在线客服推送接口文档”（由 PDF 转为文本）',
  errata,
  assumptions,
  errors,
  security: {},
}
