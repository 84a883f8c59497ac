/** Each Echat case can fail: handlers with one habit of their own, and what the suite says of them. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { echat } from '../schemas/index.ts'
import { receiver } from '../src/receive/receiver.ts'
import { echat as cases } from './conformance/cases/echat.ts'
import type { Result } from './conformance/report.ts'
import { verify } from './conformance/verify.ts'
import { plain, secure } from './receive-requests.ts'

type Secret = typeof plain | typeof secure
/** What the handler got, and how ours would answer. */
interface Judged {
  url: string
  headers: IncomingMessage['headers']
  body: Buffer
  status: number
  answer: string
}
type Reply = (judged: Judged, response: ServerResponse) => unknown

/** A handler that judges as ours does, and answers in a way of its own. */
function answering(secret: Secret, reply: Reply): RequestListener {
  const receive = receiver(echat, { secret, on: {} })
  return async (request, response) => {
    const { url = '', headers } = request
    const body = Buffer.concat(await request.toArray().catch(() => []))
    const judged = await receive({ url, headers, body })
    await reply({ url, headers, body, status: judged.status, answer: judged.body }, response)
  }
}

const own = cases.map(it => it.id)
const run = (secret: Secret, node: RequestListener) =>
  verify(echat, { node }, { secret, seed: 'kefu', cases: own, patience: 500, atOnce: 1 })
const failed = (results: readonly Result[]) => results.filter(it => it.outcome === 'failed').map(it => it.id)

const parameter = (url: string, name: string) => new URLSearchParams(url.split('?')[1]).get(name) ?? ''
const refuse = (response: ServerResponse) => response.writeHead(500).end()

let count = 0
const coarse: Record<string, Reply> = {
  'acknowledges everything': (_judged, response) => response.end('success'),
  'echoes whoever asks': ({ url }, response) => response.end(parameter(url, 'echostr') || 'success'),
  'takes one kind of message only': ({ url, status }, response) =>
    parameter(url, 'dataType') === 'skillStatus' && status === 200 ? response.end('success') : refuse(response),
  'ends at what is unsound': ({ status, answer }, response) =>
    status === 200 ? response.end(answer) : response.destroy(),
  'says each time something else': ({ status, answer }, response) =>
    response.writeHead(status).end(status === 200 ? answer : `error ${++count}`),
}

test.each([
  ['plain', plain],
  ['secure', secure],
] as const)('every case but those of effects fails for one of five handlers in %s mode', async (_mode, secret) => {
  const seen = new Set<string>()
  const applying = new Set<string>()
  for (const reply of Object.values(coarse)) {
    const { results } = await run(secret, answering(secret, reply))
    for (const { id, outcome } of results) if (outcome !== 'skipped') applying.add(id)
    for (const id of failed(results)) seen.add(id)
  }
  expect([...applying].filter(it => !seen.has(it))).toEqual([])
})

/** Sound in everything but one habit: whether it refuses what ours would take. */
const habits: Record<string, { habit: () => (judged: Judged) => boolean; fails: readonly string[] }> = {
  'keeps a list of used nonces': {
    habit: () => {
      const used = new Set<string>()
      return ({ url }) => used.size === used.add(parameter(url, 'nonce')).size
    },
    fails: ['repeated-byte-for-byte', 'repeated-at-once'],
  },
  'refuses an id that it knows': {
    habit: () => {
      const known = new Set<string>()
      return ({ body }) => known.size === known.add(/<msgId>(.*)<\/msgId>/.exec(String(body))?.[1] ?? `${++count}`).size
    },
    fails: ['repeated', 'repeated-byte-for-byte', 'repeated-at-once', 'same-id-in-two-data-types'],
  },
  'finds the kind of text by its CDATA': {
    habit:
      () =>
      ({ url, body }) =>
        parameter(url, 'dataType') === 'chatSubject' && !String(body).includes('<chatSubjectMemo><![CDATA['),
    fails: ['escaped-text'],
  },
  'takes the charset from the header': {
    habit:
      () =>
      ({ headers }) =>
        /charset=(?!utf-8)/.test(headers['content-type'] ?? ''),
    fails: ['content-type-wrong-charset', 'content-type-latin'],
  },
  'waits for a conversation to begin': {
    habit: () => {
      const begun = new Set<string>()
      return ({ url, body }) => {
        const conversation = /<chatRecordId><!\[CDATA\[(.*?)\]\]>/.exec(String(body))?.[1] ?? ''
        if (parameter(url, 'dataType') === 'chatStart') begun.add(conversation)
        return parameter(url, 'dataType') === 'chatEnd' && !begun.has(conversation)
      }
    },
    fails: ['acknowledged-in-time', 'one-staff-member', 'unknown-code', 'out-of-order'],
  },
}

test.each(Object.entries(habits))(
  'a handler that %s fails exactly what that breaks',
  async (_name, { habit, fails }) => {
    const refuses = habit()
    const { results } = await run(
      plain,
      answering(plain, (judged, response) => {
        if (judged.status === 200 && refuses(judged)) return refuse(response)
        response.writeHead(judged.status).end(judged.answer)
      }),
    )
    expect(failed(results)).toEqual(fails.map(it => `echat.${it}`))
  },
)
