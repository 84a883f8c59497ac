/** EasyLiao: live chat for websites, which pushes a visitor to the customer's CRM as a lead. */
import { Type as T } from '@sinclair/typebox'
import { defineVendor } from '../define.ts'
import { assumptions } from './assumptions.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'
import * as lead from './lead.ts'

export const easyliao = defineVendor({
  id: 'easyliao',
  title: '易聊',
  summary: 'Live chat for websites; pushes leads to a CRM.',
  source:
    'Published private note without a title (permalink /06/01/0602-crm/): list of 66 fields and one printed example. It does not name the vendor; the field names do.',
  origins: [],
  erratum: 'L',
  credentials: T.Object({}),
  push: {
    contentType: 'application/json',
    conversation: ['chatId', 'visitorStaticId'],
    acknowledgement: {
      answer: { contentType: 'application/json', body: '{"success":true}' },
      accepts: { status: '2xx' },
      evidence: 'observed',
    },
  },
  errors,
  assumptions,
  errata,
  chapters: { lead },
})
