/** What the site says of OkayAPI in Chinese. */
import type { OwnWords } from '../words.ts'
import { assumptions } from './assumptions.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'

export const words: OwnWords = {
  summary: '果创云 OkayAPI：一个租户在该平台上搭建的 15 个接口。',
  source: 'okayapi.com 上一个租户的接口页面，即“接口文档 SVIP.Swxiryan0788_MyApi.*”，已存为文本',
  errata,
  assumptions,
  errors,
  security: { app_key: '应用的 app_key。', sign: '其他所有值按名称排序后拼接，再加上 app_secrect，取大写 md5。' },
}
