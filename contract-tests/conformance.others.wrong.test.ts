/** Handlers of Yunduo, EasyLiao and Sobot that are wrong in one thing: the cases about it fail, and no others. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, sobot, yunduo } from '../schemas/index.ts'
import { valueAt } from './conformance/message.ts'
import { type Agreed, type Came, failed, header, plain, secret } from './others-foreign-handler.ts'

const isShared = ({ request }: Came, compare: (given: string) => boolean) =>
  compare(String(request.headers['x-kefu-token'] ?? '')) ? undefined : 401
const agreed = header['x-kefu-token']
function textOf({ message }: Came): string {
  try {
    return JSON.stringify(message) ?? ''
  } catch {
    // Nested too deeply to be walked.
    return ''
  }
}

/** What it does not find a place for is an error of its own. */
const refusing = (pattern: RegExp) => (came: Came) => (pattern.test(textOf(came)) ? 500 : undefined)

const md5 = ({ request }: Came, parts: (name: string) => string) => {
  const value = (name: string) => String(request.headers[`x-log-${name}`] ?? '')
  const sign = createHash('md5').update(parts(value('timestamp') + value('randomcode')) + secret.app_key)
  return sign.digest('hex') === value('sign')
}

const alike = new Map<Vendor, Promise<string[]>>()

/** Cases that it fails without being wrong: what is good to have, and nobody demands. */
function alikeOf(vendor: Vendor): Promise<string[]> {
  const found = alike.get(vendor) ?? failed(vendor, plain(vendor))
  alike.set(vendor, found)
  return found
}

/** Wrong in one thing: which cases see it. */
const wrong: [string, Vendor, Agreed, (came: Came) => number | 'gone' | undefined, string[]][] = [
  ['ends with null', yunduo, {}, ({ message }) => (message === null ? 'gone' : undefined), ['null']],
  ['ends with a list', easyliao, {}, ({ body }) => (/^\[\]/.test(String(body)) ? 'gone' : undefined), ['bare-values']],
  [
    'ends with what is no object',
    sobot,
    {},
    ({ body }) => (body.length === 4 && `${body}` === 'kefu' ? 'gone' : undefined),
    ['not-json'],
  ],
  [
    'ends with an empty body',
    sobot,
    {},
    ({ request, body }) => (request.method === 'POST' && !body.length ? 'gone' : undefined),
    ['empty-body'],
  ],
  ['ends with a GET', yunduo, {}, ({ request }) => (request.method === 'GET' ? 'gone' : undefined), ['get-request']],
  [
    'ends with deep nesting',
    easyliao,
    {},
    ({ body }) => (body.includes('['.repeat(1_000)) ? 'gone' : undefined),
    ['deep-nesting'],
  ],
  ['ends with __proto__', sobot, {}, ({ body }) => (body.includes('"__proto__"') ? 'gone' : undefined), ['prototype']],
  [
    'takes half a message',
    yunduo,
    {},
    ({ body, message }) => (message === undefined && body.length > 1_000 ? 200 : undefined),
    ['recovery'],
  ],
  ['stores three bytes a character', yunduo, {}, refusing(/\u{1f600}/u), ['emoji', 'unicode-escapes']],
  ['knows three names', yunduo, {}, refusing(/MINI_PROGRAM/), ['unknown-code']],
  [
    'has unique cards',
    yunduo,
    {},
    refusing(/"finishPushFlag":1/),
    [
      'conversation.fields-of-the-tables-alone',
      'conversation.left-message-and-transit-pages',
      'conversation.pushed-again-at-the-end',
      'leaveMessage.left-after-a-conversation',
      'pushed-again-at-the-end',
      'end-before-beginning',
      'both-at-once',
      'two-conversations',
    ],
  ],
  ['has ids of 18 digits', easyliao, {}, refusing(/"chatId":"\d{19}"/), ['long-id']],
  ['knows no leading zeros', sobot, {}, refusing(/"liable_agentid":"0/), ['leading-zeros']],
  ['stores no U+0000', easyliao, {}, refusing(/\\u0000/), ['null-character']],
  [
    'compares the content type',
    sobot,
    {},
    ({ request }) => (request.headers['content-type'] === 'application/json; charset=utf-8' ? undefined : 415),
    ['no-charset', 'content-type-case', 'no-content-type', 'text-plain'],
  ],
  [
    'takes 100 KB',
    yunduo,
    {},
    ({ body }) => (body.length > 100_000 ? 413 : undefined),
    ['many-messages', 'long-text', 'one-mebibyte'],
  ],
  [
    'takes one event',
    sobot,
    {},
    ({ message }) => (Number(valueAt(message, 'content.length')) > 1 ? 500 : undefined),
    ['several-events', 'twenty-events', 'mixed-events', 'unknown-event-among-others'],
  ],
  [
    'asks nobody',
    easyliao,
    { shared: true },
    () => undefined,
    [
      'without-secret',
      'wrong-secret',
      'empty-secret',
      'cut-secret',
      'longer-secret',
      'stranger-first',
      'stranger-copy',
    ],
  ],
  [
    'asks for a header only',
    yunduo,
    { shared: true },
    it => isShared(it, given => given !== ''),
    ['wrong-secret', 'cut-secret', 'longer-secret', 'stranger-first'],
  ],
  [
    'compares the beginning',
    yunduo,
    { shared: true },
    it => isShared(it, given => given.startsWith(agreed)),
    ['longer-secret'],
  ],
  [
    'looks inside the secret',
    sobot,
    { shared: true },
    it => isShared(it, given => given !== '' && agreed.includes(given)),
    ['cut-secret'],
  ],
  [
    'skips an empty secret',
    sobot,
    { shared: true },
    it =>
      isShared(it, given =>
        it.request.headers['x-kefu-token'] === undefined ? false : given === '' || given === agreed,
      ),
    ['empty-secret'],
  ],
  [
    'has no window',
    sobot,
    { signed: true },
    it => (md5(it, rest => secret.companyid + rest) ? undefined : 401),
    ['stale-timestamp', 'future-timestamp', 'replayed-signature'],
  ],
  [
    'takes what is not signed',
    sobot,
    { signed: true },
    it =>
      it.request.headers['x-log-sign'] === undefined || md5(it, rest => secret.companyid + rest) ? undefined : 401,
    ['unsigned', 'no-sign', 'stale-timestamp', 'future-timestamp', 'replayed-signature'],
  ],
]

test.each(
  wrong.map(([what, vendor, agreed, status, cases]) => [what, vendor.id, { vendor, agreed, status, cases }] as const),
)('a handler that %s fails where %s has a case for it', async (_what, id, { vendor, agreed, status, cases }) => {
  const known = await alikeOf(vendor)
  const found = await failed(vendor, plain(vendor, status), agreed)
  expect(found.filter(it => !known.includes(it) || cases.includes(it.slice(id.length + 1))).sort()).toEqual(
    cases.map(it => `${id}.${it}`).sort(),
  )
})
