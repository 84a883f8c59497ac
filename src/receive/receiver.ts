/** Receives a vendor's pushes: judge the raw bytes, open, recognise, check, hand to a typed handler once, acknowledge. */
import { hash } from 'node:crypto'
import { type Contract, contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { explain } from '../explain/explain.ts'
import { KefuError, problems } from '../wire/errors.ts'
import { wireOf } from '../wire/index.ts'
import { recogniser } from '../wire/recognise.ts'
import type { Http, Plain } from '../wire/wire.ts'
import { deviation } from './deviation.ts'
import { type Inbox, memoryInbox } from './inbox.ts'
import { normalised } from './normal.ts'
import { opener } from './open.ts'
import type { Delivery, Received, ReceiverOptions } from './options.ts'
import { createUsedSignatures, refuseStale, refuseStranger } from './proof.ts'
import type { Repair } from './repair.ts'
import { httpOf, type RawRequest } from './request.ts'

/** Bytes of a body. */
export const LIMIT = 1 << 20

type Handler = (message: unknown, delivery: Delivery) => unknown

/** The receiver as a function of one raw request. It never throws: a failure is an answer that is no acknowledgement. */
export function receiver<V extends Vendor, T>(vendor: V, options: ReceiverOptions<V, T>) {
  const { push: codec, challenge, proof } = wireOf(vendor)
  if (!codec || !vendor.push) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
  const { secret, shared, signed = false, limit = LIMIT, deadline = 4_000, onRefused, now = Date.now } = options
  const { window = 300, endpoint = '', deviations = {} } = options
  refuseUnknownHandlers(vendor, options.on)
  const { answer } = vendor.push.acknowledgement
  const acknowledged: Received = { status: 200, contentType: answer.contentType, body: answer.body }
  const handlers = options.on as Record<string, Handler | undefined>
  const inbox = (options.inbox ?? memoryInbox({ now })) as Inbox
  const open = opener(vendor, codec, secret, options.tolerant ?? false)
  const recognise = recogniser(vendor)
  const refuseUsed = createUsedSignatures()
  const isSecure = Object(secret).mode === 'secure'

  /** Whoever is told fails on their own: the vendor still gets its answer. */
  function report(error: KefuError, http: Http) {
    const fail = (failure: unknown) => process.emitWarning(`onRefused failed: ${failure}`)
    try {
      const why = () => explain(vendor, http, secret, { now: now() })
      Promise.resolve(onRefused?.(error, http, why)).catch(fail)
    } catch (failure) {
      fail(failure)
    }
  }

  function refuseForged(http: Http) {
    if (http.body.length > limit)
      throw new KefuError('body-too-large', { detail: `Expected at most ${limit} bytes, got ${http.body.length}.` })
    if (shared) refuseStranger(http, shared)
    const proved = proof?.(http, secret, signed)
    if (!proved) return
    if (window !== false) refuseStale(proved, window, now())
    refuseUsed(proved, http)
  }

  async function receive(http: Http): Promise<Received> {
    refuseForged(http)
    const echo = challenge?.(http, secret)
    if (echo !== undefined) return { status: 200, contentType: 'text/plain; charset=utf-8', body: echo }
    const { plain, repairs } = open(http)
    const known = recognise(plain)
    const key = keyOf(vendor, endpoint, known?.id, plain)
    const odd = deviation(known, plain, deviations)
    if (odd?.does === 'refuse') throw odd.error
    if (odd?.does === 'quarantine') await quarantined(key, known?.id, odd.error, plain)
    else if (known) await handled(known, plain, { key, http, repairs })
    else options.onUnknown?.(plain.body, http)
    return acknowledged
  }

  async function quarantined(key: string, push: string | undefined, error: KefuError, { body: message }: Plain) {
    const entry = { at: now(), key, push, reason: error.message, message }
    await inbox.once(`quarantine ${key}`, async () => {
      await inbox.quarantine(entry)
      options.onQuarantined?.(entry)
    })
  }

  async function handled(
    push: Contract<'push'>,
    { body }: Plain,
    came: { key: string; http: Http; repairs: readonly Repair[] },
  ) {
    const handler = handlers[push.id]
    if (!handler) return
    const delivery = { vendor: vendor.id, push: push.id, ...came, normalised: () => normalised(vendor, push, body) }
    const once = inbox.once(came.key, async transaction => {
      try {
        await handler(body, { ...delivery, transaction })
      } catch (cause) {
        // What a call of the handler's own was refused with is no answer to the vendor.
        throw new KefuError('handler-failed', { cause })
      }
    })
    await within(deadline, once)
  }

  return async (request: Http | RawRequest): Promise<Received> => {
    let http: Http = { query: {}, headers: {}, body: '' }
    try {
      http = 'url' in request ? httpOf(request) : request
      return await receive(http)
    } catch (error) {
      const refusal = refusalOf(error)
      report(refusal, http)
      return answerTo(isSecure && INSIDE.has(refusal.code) ? new KefuError('cipher-malformed') : refusal)
    }
  }
}

/**
 * What can be wrong inside an encrypted message. All of it gets one answer: whoever could tell them apart would learn, one
 * message at a time, what a ciphertext opens to. What it was is for `onRefused`.
 */
const INSIDE = new Set(['cipher-malformed', 'body-malformed', 'body-not-utf8', 'body-empty'])

/** JSON.parse reads what is nested so deeply that nothing else can walk it. */
function refusalOf(error: unknown): KefuError {
  if (error instanceof KefuError) return error
  if (error instanceof RangeError)
    return new KefuError('body-malformed', { detail: 'It is nested too deeply.', cause: error })
  return new KefuError('handler-failed', { cause: error })
}

/** What failed on our side is named; how it failed (a file, a statement) is nothing for the vendor. */
const answerTo = ({ status, code, message }: KefuError): Received => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${code}: ${status < 500 ? message : problems[code][1]}`,
})

/** A name that no push has would never be called. */
function refuseUnknownHandlers(vendor: Vendor, on: object) {
  const known = contracts(vendor, 'push').map(it => it.id)
  const stray = Object.keys(on).find(it => !known.includes(it))
  if (stray !== undefined)
    throw new KefuError('name-unknown', { detail: `${vendor.id} has no push ${JSON.stringify(stray)}.` })
}

/** Characters of a msgId that are kept; a longer one is none. */
const LONGEST = 100

/** The msgId of one data type; where there is none, what it says. Several data types share a msgId in the vendor's own examples. */
function keyOf(vendor: Vendor, endpoint: string, push: string | undefined, { query, body }: Plain): string {
  const { msgId } = Object(body)
  const isId = typeof msgId === 'string' && msgId !== '' && msgId.length <= LONGEST
  const id = isId ? msgId : hash('sha256', JSON.stringify(body), 'base64url')
  return [vendor.id, endpoint, push ?? query.dataType ?? '', id].join('/')
}

/** Throws handler-late. What is under way goes on, and copies that come meanwhile wait for it. */
async function within(milliseconds: number, work: Promise<unknown>) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const fail = () => reject(new KefuError('handler-late', { detail: `Expected its end within ${milliseconds} ms.` }))
    timer = setTimeout(fail, milliseconds)
  })
  // Its end may come when nobody waits any more.
  work.catch(() => undefined)
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
