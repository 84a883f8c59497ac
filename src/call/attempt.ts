/** One attempt of a call: check, seal, send, open, check. */
import type { TSchema } from '@sinclair/typebox'
import { inWords, violations } from '../wire/check.ts'
import { KefuError } from '../wire/errors.ts'
import { wireOf } from '../wire/index.ts'
import { convertQuery, fillPath } from '../wire/query.ts'
import { type Answer, withQuery } from '../wire/send.ts'
import type { Http } from '../wire/wire.ts'
import { failureIn, kindOfStatus, type Setback, VendorFailure, withoutText, withoutValues } from './failure.ts'
import { within } from './timing.ts'
import { lost, transportOf } from './transport.ts'
import type { Asked, Settings } from './types.ts'

export type Outcome = { reply: unknown } | Setback

/** What proves who calls, with the token where one is needed. */
export type Secret = Record<string, string | undefined>

/** The request as it goes out. Throws contract-violated when the input does not keep to the contract; `show` lets the message quote it. */
export function sealed({ vendor, operation, input }: Asked, secret: Secret, now: number, show = false): Http {
  const { id, contract } = operation
  const wire = wireOf(vendor)
  if (!wire.call) throw new KefuError('contract-unknown', { detail: `${vendor.id} answers no calls.` })
  const params = textValues(input.params ?? {})
  const query = textValues({ ...presetsOf(contract.query), ...input.query })
  const plain = { query, body: input.body, open: contract.open }
  const http = wire.call.seal(plain, secret, { now, random: noRandom })
  refuse(id, 'query', contract.query, convertQuery(contract.query, http.query), show)
  refuse(id, 'params', contract.params, convertQuery(contract.params, params), show)
  refuse(id, 'body', contract.body, input.body, show)
  for (const [name, value] of Object.entries(params)) refuseSteps(id, name, value)
  return http
}

/** Sends it and judges what comes. Rejects with the reason of the signal once that is aborted. */
export async function attempt(
  asked: Asked,
  http: Http,
  secret: Secret,
  settings: Settings,
  signal: AbortSignal,
): Promise<Outcome> {
  const { method, path } = asked.operation.contract
  const { baseUrl, transport, timeout = 10_000, limit = 8 << 20 } = settings
  const url = withQuery(baseUrl.replace(/\/$/, '') + fillPath(path, asked.input.params ?? {}), http.query)
  const body = method === 'POST' ? http.body : undefined
  const late = () => new KefuError('unreachable', { detail: `${new URL(url).origin}: no answer within ${timeout} ms.` })
  let answer: Answer
  try {
    const request = { method, url, headers: http.headers, body, limit }
    answer = await within(timeout, late, signal, own => transportOf(transport)({ ...request, signal: own }))
  } catch (cause) {
    if (signal.aborted) throw signal.reason
    if (!(cause instanceof KefuError)) return lost(cause, url)
    return { error: cause, kind: cause.code === 'unreachable' ? 'uncertain' : 'final' }
  }
  return outcome(asked, answer, secret, settings)
}

function outcome(asked: Asked, { status, headers, body }: Answer, secret: Secret, settings: Settings): Outcome {
  const sound = status >= 200 && status < 300
  const wait = waitAsked(headers['retry-after'], settings.now ?? Date.now)
  try {
    const reply = opened(asked, { query: {}, headers, body }, secret, !settings.unsignedReplies)
    if (sound) return { reply }
  } catch (error) {
    if (error instanceof VendorFailure) return { error, kind: kindOf(asked, error, status), wait }
    if (sound) return { error: withoutText(error), kind: 'final' }
  }
  const error = new KefuError('status-unexpected', { detail: `${asked.operation.id}: HTTP ${status}.` })
  return { error, kind: kindOfStatus(status), wait }
}

/** The reply, checked. Throws VendorFailure or KefuError. */
function opened({ vendor, operation }: Asked, http: Http, secret: Secret, signed: boolean) {
  const { id, contract } = operation
  const reply = wireOf(vendor).reply?.open(http, secret, { signed })
  const failed = failureIn(vendor, reply)
  if (failed) throw new VendorFailure(vendor.id, id, failed)
  refuse(id, 'reply', contract.reply, reply, false)
  return reply
}

/** Codes that every guarded operation can answer are those that refuse its token. */
function kindOf({ vendor }: Asked, { code, retryable }: VendorFailure, status: number): Setback['kind'] {
  if (vendor.errors.some(it => it.code === code && it.everywhere === 'guarded')) return 'token'
  if (retryable && status !== 429) return 'uncertain'
  return kindOfStatus(status)
}

/** Seconds or a date, as milliseconds from now. */
function waitAsked(header: string | undefined, now: () => number) {
  if (header === undefined) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

function refuse(id: string, part: string, schema: TSchema | undefined, value: unknown, show: boolean) {
  const found = schema ? violations(schema, value) : []
  if (!found.length) return
  const told = show ? found : withoutValues(found)
  throw new KefuError('contract-violated', { detail: `${id}: ${inWords(told, part)}.`, violations: told })
}

/** An address reads dots as steps to another path, and nothing as no step at all: it would be another operation. */
function refuseSteps(id: string, name: string, value: string) {
  if (/^\.{0,2}$/.test(value))
    throw new KefuError('contract-violated', { detail: `${id}: params.${name}: expected an id, got dots or nothing.` })
}

/** A field that is required and yet has a default need not be named. */
const presetsOf = (schema: TSchema | undefined): Record<string, unknown> =>
  Object.fromEntries(
    ((schema?.required ?? []) as string[]).flatMap(name => {
      const preset = schema?.properties[name].default
      return preset === undefined ? [] : [[name, preset]]
    }),
  )

const textValues = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

/** No call of the five vendors needs a random value. */
const noRandom = () => {
  throw new Error('a call draws no randomness')
}
