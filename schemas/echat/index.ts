/** Echat 一洽: twenty kinds of messages about conversations, customers and visits, pushed as XML in plain text or encrypted. */
import { Type as T } from '@sinclair/typebox'
import { block, codes, type Meanings, openCodes, text } from '../atoms.ts'
import { contracts } from '../contracts.ts'
import { defineVendor } from '../define.ts'
import { assumptions } from './assumptions.ts'
import * as chat from './chat.ts'
import * as chatContent from './chat-content.ts'
import * as crm from './crm.ts'
import { errata } from './errata.ts'
import * as loginStatus from './login-status.ts'
import * as visit from './visit.ts'

const chapters = { loginStatus, chat, chatContent, crm, visit }

/** The pushes themselves, and the check of the URL. */
const dataTypes: Meanings = {
  ...Object.fromEntries(contracts({ chapters }, 'push').map(({ id, contract }) => [id, [contract.title, contract.summary] as const])),
  checkUrl: ['验证接口地址', 'check of the URL, to be answered with the echostr', 'observed'],
}

const signed = 'Lower-case hexadecimal SHA-1 of token, timestamp and nonce, sorted and joined.'

export const echat = defineVendor({
  id: 'echat',
  title: '一洽',
  summary: 'Business data of conversations, pushed in real time as XML',
  source: '《一洽客服系统-实时接收会话业务数据》, a wiki page of the vendor turned to text',
  origins: [],
  erratum: 'Q',
  credentials: T.Object({
    token: text('Token', 'Shared secret of the signature in the query.', { evidence: 'observed' }),
    EncodingAESKey: text('EncodingAESKey', 'Key of the encryption: 43 characters that, with `=` added, are 32 bytes of base64.', {
      minLength: 43,
      maxLength: 43,
    }),
    appId: text('应用唯一值', 'Id that Echat gave the application; it ends every encrypted message and is checked there.', { evidence: 'observed' }),
    mode: codes('接收模式', 'Whether messages come encrypted.', {
      plain: ['明文模式', 'as plain XML; use https'],
      secure: ['安全模式', 'encrypted inside one Encrypt element, as WeChat does it'],
    }),
  }),
  security: { signature: { in: 'query', name: 'signature', description: signed } },
  push: {
    contentType: 'text/xml',
    conversation: [
      'chatRecordId',
      'chatData.chatRecordId',
      'transferData.chatRecordId',
      'visitorId',
      'visitorData.visitorId',
      'crmData.visitorId',
      'trackData.visitorId',
      'trackRecordId',
      'trackData.trackRecordId',
    ],
    query: T.Object({
      signature: text('签名', `${signed} It covers neither the body nor dataType.`, { evidence: 'example' }),
      timestamp: text('时间戳', 'When it was sent, presumably in milliseconds since 1970; the document prints a word in its place.', { evidence: 'example' }),
      nonce: text('随机串', 'Random letters and digits; the document prints a word in its place.', { evidence: 'example' }),
      dataType: openCodes('数据类型', 'What the body is about.', dataTypes),
      echostr: T.Optional(text('验证串', 'Only with checkUrl: the answer has to be exactly this.', { evidence: 'observed' })),
    }),
    envelope: block(
      '密文消息',
      'The body in secure mode: one element around the encrypted message.',
      {
        Encrypt: text('密文', 'Base64 of the AES-256-CBC ciphertext, the same scheme as WeChat: random bytes, length, message, appId.', {
          evidence: 'example',
        }),
      },
      { xml: { name: 'xml' } },
    ),
    acknowledgement: {
      answer: { contentType: 'text/plain', body: 'success' },
      accepts: { status: '200', text: 'success' },
      evidence: 'table',
    },
  },
  errors: [],
  assumptions,
  errata,
  chapters,
})
