/** What the site says of EasyLiao in Chinese. */
import type { OwnWords } from '../words.ts'
import { assumptions } from './assumptions.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'

export const words: OwnWords = {
  summary: '网站在线客服；把线索推送到 CRM。',
  source:
    '一篇公开的私人笔记，没有标题（永久链接 /06/01/0602-crm/）：66 个字段的列表和一个示例。笔记没有写厂商的名称，但从字段名可以看出。',
  errata,
  assumptions,
  errors,
  security: {},
}
