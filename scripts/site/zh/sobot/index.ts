/** What the site says of Sobot in Chinese. */
import type { OwnWords } from '../words.ts'
import { assumptions } from './assumptions.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'

export const words: OwnWords = {
  summary: '智齿 CRM 中的客户及其标签、跟进阶段和行为轨迹',
  source: '“客户CRM”，智齿开发者文档的 zhike_scrm 页面，文本形式',
  errata,
  assumptions,
  errors,
  security: { token: 'getToken 返回的 token。', sign: 'appid、create_time、app_key 依次拼接后的 MD5；见 getToken。' },
}
