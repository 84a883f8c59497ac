/** The request of a sending: written and sealed as the vendor does it, then altered as the case says. */
import { targetOf } from '../../mocks/deliver/request.ts'
import type { Outgoing } from '../../mocks/deliver/transport.ts'
import { sideOf } from '../../mocks/sides.ts'
import { createStore } from '../../mocks/world/store.ts'
import type { Vendor } from '../../schemas/define.ts'
import { defaultsOf } from '../../src/wire/choose.ts'
import { wireOf } from '../../src/wire/index.ts'
import { matchQuery } from '../../src/wire/recognise.ts'
import type { Choose, Http, Moment, Written } from '../../src/wire/wire.ts'
import type { Draw, EnvelopeAlteration, Sending } from './case.ts'
import { alteredEnvelope, blanksFor } from './envelope.ts'
import { messageFor, pushOf } from './message.ts'
import { alteredText } from './text.ts'

/** How the handler is reached and what it was told. */
export interface Agreement {
  vendor: Vendor
  url: string
  secret: Record<string, string>
  /** Sent with every push, as the handler demands them. */
  headers: Record<string, string>
  query: Record<string, string>
  choose: Choose
}

/** What was made for a sending: the message, and the request around it. */
export interface Made {
  sending: Sending
  push: string
  message: unknown
  /** The message as text, before it was sealed. */
  written: Written
  http: Http
  outgoing: Outgoing
}

interface Context {
  draw: Draw
  moment: Moment
  /** Those of this case that have a name. */
  named: ReadonlyMap<string, Made>
  timeout: number
}

export function make(agreed: Agreement, sending: Sending, context: Context): Made {
  const agreement = { ...agreed, choose: (name: string) => sending.choose?.[name] ?? agreed.choose(name) }
  const { vendor } = agreement
  const same = sending.exactly === undefined ? undefined : context.named.get(sending.exactly)
  if (same) return { ...same, sending, outgoing: readdressed(agreement, sending, same) }
  const before = sending.again === undefined ? undefined : context.named.get(sending.again)
  const push = pushOf(vendor, before ? { push: before.push } : sending)
  const message = before?.message ?? messageFor(vendor, sending, context.draw)
  const written = before?.written ?? writtenOf(agreement, sending, push.id, message, matchQuery(push.contract.match))
  const http = sealedWith(agreement, sending, written, context)
  return {
    sending,
    push: push.id,
    message,
    written,
    http,
    outgoing: outgoingOf(agreement, sending, http, context.timeout),
  }
}

const readdressed = (agreement: Agreement, sending: Sending, { http, outgoing }: Made): Outgoing =>
  sending.query ? { ...outgoing, path: pathOf(agreement, sending, http.query) } : outgoing

function writtenOf(
  { vendor, choose }: Agreement,
  sending: Sending,
  push: string,
  message: unknown,
  query: Record<string, string>,
): Written {
  const codec = codecOf(vendor)
  const shape = sideOf(vendor).shape
  const shaped = shape ? (shape(message, push, { choose, store: createStore() }) ?? message) : message
  const written = codec.write({ query, body: shaped }, choose)
  const { dataType, text } = sending
  return {
    ...written,
    query: dataType === undefined ? written.query : { ...written.query, dataType },
    text: text ? alteredText(written.text, text) : written.text,
  }
}

function sealedWith(agreement: Agreement, sending: Sending, written: Written, { draw, moment, named }: Context): Http {
  const { vendor, choose } = agreement
  const secret = {
    ...agreement.secret,
    ...drawn(sending.secret, draw),
    ...(sending.otherMode && { mode: otherMode(agreement.secret) }),
  }
  const now = moment.now + (sending.clock ?? 0) * 1_000
  const padded = { ...written, text: paddedText(written.text, secret, sending.envelope?.padding) }
  const http = codecOf(vendor).wrap(padded, secret, { ...moment, now }, choose)
  const proof = sending.signatureOf === undefined ? undefined : named.get(sending.signatureOf)?.http
  return { ...(proof ? withProof(vendor, http, proof) : http), body: bodyOf(http.body, secret, sending) }
}

/** With blanks behind it, so that its padding gets that length. */
function paddedText(text: Written['text'], { appId = '' }: Record<string, string>, padding: number | undefined) {
  if (padding === undefined) return text
  return Buffer.concat([Buffer.from(text), Buffer.alloc(blanksFor(padding, text, appId), ' ')])
}

const drawn = (values: Sending['secret'] = {}, draw: Draw): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, it]) => [name, typeof it === 'function' ? it(draw) : it]))

const otherMode = ({ mode }: Record<string, string>) => (mode === 'secure' ? 'plain' : 'secure')

/** Everything that proves a push: parameters or headers, as the vendor has them. */
function withProof(vendor: Vendor, http: Http, { query, headers }: Http): Http {
  const among = (all: Record<string, string>, names: readonly string[]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
  return {
    ...http,
    query: { ...http.query, ...among(query, ['signature', 'timestamp', 'nonce']) },
    headers: { ...http.headers, ...among(headers, Object.keys(vendor.push?.headers?.properties ?? {})) },
  }
}

function bodyOf(
  body: Http['body'],
  { EncodingAESKey = '' }: Record<string, string>,
  { envelope, body: alteration }: Sending,
) {
  const enveloped = envelope ? withEnvelope(String(body), EncodingAESKey, envelope) : body
  return alteration ? alteredText(enveloped, alteration) : enveloped
}

const withEnvelope = (xml: string, key: string, alteration: EnvelopeAlteration) =>
  xml.replace(
    /<!\[CDATA\[([^\]]*)\]\]>/,
    (_all, base64: string) => `<![CDATA[${alteredEnvelope(base64, key, alteration)}]]>`,
  )

function outgoingOf(agreement: Agreement, sending: Sending, http: Http, timeout: number): Outgoing {
  const agreed = agreedOf(agreement, sending)
  const { method = 'POST', cut } = sending
  return {
    origin: new URL(agreement.url).origin,
    path: pathOf(agreement, sending, http.query),
    method,
    headers: altered(
      withForged({ ...lowerCased(http.headers), ...lowerCased(agreed.headers) }, sending.signature),
      sending.headers,
    ),
    body: method === 'POST' ? http.body : null,
    timeout,
    ...(cut && { cut }),
  }
}

const agreedOf = ({ headers, query }: Agreement, { shared }: Sending) =>
  shared ? sharedAltered({ headers, query }, shared) : { headers, query }

function pathOf(agreement: Agreement, sending: Sending, query: Http['query']): string {
  const { path } = targetOf({ url: agreement.url, query: agreedOf(agreement, sending).query })
  const forged = withForged(sending.moved ? withMovedDigit(query) : query, sending.signature)
  const parameters = Object.entries(altered(forged, sending.query))
  const address = path + new URLSearchParams(sending.backwards ? parameters.reverse() : parameters).toString()
  return address.replace(/[?&]$/, '') + (sending.behind ?? '')
}

const withMovedDigit = ({ timestamp = '', nonce = '', ...rest }: Http['query']) => ({
  ...rest,
  timestamp: timestamp.slice(0, -1),
  nonce: timestamp.slice(-1) + nonce,
})

export const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

type Shared = NonNullable<Sending['shared']>

const wrong: Record<Exclude<Shared, 'absent'>, (value: string) => string> = {
  wrong: () => 'kefu-wrong',
  empty: () => '',
  short: it => it.slice(0, -1),
  long: it => `${it}0`,
}

function sharedAltered({ headers, query }: Pick<Agreement, 'headers' | 'query'>, how: Shared) {
  const change = (all: Record<string, string>) =>
    how === 'absent' ? {} : Object.fromEntries(Object.entries(all).map(([name, value]) => [name, wrong[how](value)]))
  return { headers: change(headers), query: change(query) }
}

function altered(before: Record<string, string>, changes: Record<string, string | null> = {}): Record<string, string> {
  const after = { ...before }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete after[name]
    else after[name] = value.replace('{…}', before[name] ?? '')
  }
  return after
}

const forged: Record<NonNullable<Sending['signature']>, (signature: string) => string> = {
  digit: it => it.slice(0, -1) + (it.endsWith('0') ? '1' : '0'),
  capitals: it => it.toUpperCase(),
  short: it => it.slice(0, -1),
}

/** Where the vendors put their signatures. */
const SIGNATURES = ['signature', 'x-log-sign']

const withForged = (all: Record<string, string>, how: Sending['signature']) =>
  how
    ? Object.fromEntries(
        Object.entries(all).map(([name, it]) => [name, SIGNATURES.includes(name) ? forged[how](it) : it]),
      )
    : all

function codecOf(vendor: Vendor) {
  const { push } = wireOf(vendor)
  if (!push) throw new Error(`${vendor.id} sends no pushes`)
  return push
}

/** The choice in force for each assumption: what was switched, else the default. */
export const choicesOf =
  (vendor: Vendor, chosen: Record<string, string> = {}): Choose =>
  name =>
    chosen[name] ?? defaultsOf(vendor)(name)
