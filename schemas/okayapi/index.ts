/** 果创云 OkayAPI (YesApi): a tenant's own endpoints on a PhalApi platform. */
import { Type as T } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { defineVendor } from '../define.ts'
import * as activityPlan from './activity-plan.ts'
import { assumptions } from './assumptions.ts'
import { failure } from './common.ts'
import * as contentCases from './content-cases.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'
import * as reports from './reports.ts'
import * as robotMessages from './robot-messages.ts'
import * as softwareCases from './software-cases.ts'

export const okayapi = defineVendor({
  id: 'okayapi',
  title: '果创云 YesApi',
  summary: 'OkayAPI: 15 endpoints that one tenant built on the platform.',
  source: 'Interface pages of a tenant of okayapi.com, 接口文档 SVIP.Swxiryan0788_MyApi.*, saved as text',
  origins: ['http://hn216.api.okayapi.com'],
  erratum: 'K',
  credentials: T.Object({
    app_key: text('开发者应用的app_key', 'Key of the application, 32 characters; sent with every call.'),
    app_secrect: text('app_secrect密钥', "Secret of the application: signs requests, and the vendor's replies. The spelling is the vendor's."),
    uuid: T.Optional(text('UUID', 'Member of the application who is logged in. Goes together with token.')),
    token: T.Optional(text('会话凭证', 'Session of that member.')),
  }),
  security: {
    app_key: { in: 'query', name: 'app_key', description: 'Key of the application.' },
    sign: { in: 'query', name: 'sign', optional: true, description: 'Upper-case md5 of all other values, sorted by name and joined, then app_secrect.' },
  },
  failure: { schema: failure, code: 'ret', message: 'msg', inside: { code: 'data.err_code', message: 'data.err_msg' } },
  errors,
  assumptions,
  errata,
  chapters: { reports, activityPlan, robotMessages, contentCases, softwareCases },
})
