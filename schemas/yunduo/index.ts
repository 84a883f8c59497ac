/** Yunduo (云朵) online customer service: two JSON pushes of one message tree. Nothing is signed and nothing can be called. */
import { Type as T } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { defineVendor } from '../define.ts'
import { assumptions } from './assumptions.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'
import * as push from './push.ts'

export const yunduo = defineVendor({
  id: 'yunduo',
  title: '云朵在线客服',
  summary: 'Yunduo online customer service: pushes of cards with their conversations, and of messages left by visitors',
  source: '在线客服推送接口文档 (a PDF turned to text)',
  origins: [],
  erratum: 'Y',
  credentials: T.Object({}),
  push: {
    contentType: 'application/json',
    conversation: ['cardId'],
    acknowledgement: {
      answer: {
        contentType: 'application/json',
        body: '{"code":200,"msg":"success"}',
        schema: T.Object({ code: T.Number({ title: '返回码', description: '200 when the push was taken.' }), msg: text('返回信息', 'The word success.') }),
      },
      accepts: { status: '200', json: [{ field: 'code', values: [200, '200'] }] },
      evidence: 'table',
    },
  },
  errors,
  assumptions,
  errata,
  chapters: { push },
})
