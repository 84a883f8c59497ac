/** What a table of push choices tells: one question that each choice answers differently, and the means to ask it. */
import { refusal } from '../mocks/deliver/acknowledgement.ts'
import type { Sending } from '../mocks/deliver/sending.ts'
import { sideOf } from '../mocks/sides.ts'
import { createStore, type Store } from '../mocks/world/store.ts'
import { contractOf } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { defaultsOf } from '../src/wire/choose.ts'
import { wireOf } from '../src/wire/index.ts'
import { matchQuery } from '../src/wire/recognise.ts'
import type { Choose, Http } from '../src/wire/wire.ts'

/** The choice is another one than the default; each answer is what `ask` finds, by default and as chosen. */
export type Chosen = [
  assumption: string,
  choice: string,
  ask: (choose: Choose) => unknown,
  byDefault: unknown,
  chosen: unknown,
]

/** The defaults of a vendor, but for these. */
export const choosing =
  (vendor: Vendor, choices: Record<string, string>): Choose =>
  name =>
    choices[name] ?? defaultsOf(vendor)(name)

export const moment = { now: 1_700_000_000_123, random: (bytes: number) => new Uint8Array(bytes).fill(7) }

export const secret = {
  token: 'a token',
  EncodingAESKey: Buffer.alloc(32, 5).toString('base64').slice(0, 43),
  appId: 'an app',
  mode: 'plain',
}

export type Tree = Record<string, unknown>

/** An example or variant of a push. */
export function exampleOf(vendor: Vendor, push: string, name = 'documented'): Tree {
  const contract = contractOf(vendor, 'push', push)?.contract
  const message = contract?.examples[name] ?? contract?.variants?.[name]
  if (!message) throw new Error(`${push} has no example ${name}`)
  return message
}

/** The message itself where the side shapes none. */
export function shape(vendor: Vendor, push: string, message: unknown, choose: Choose, store: Store = createStore()) {
  const side = sideOf(vendor)
  return (side.shape ? side.shape(message, push, { choose, store }) : message) as Tree | undefined
}

/** The request under the choices. */
export function sent(vendor: Vendor, push: string, message: unknown, choose: Choose, store?: Store): Http {
  const codec = wireOf(vendor).push
  const contract = contractOf(vendor, 'push', push)?.contract
  if (!codec || !contract) throw new Error(`no push ${push}`)
  const body = shape(vendor, push, message, choose, store)
  return codec.wrap(codec.write({ query: matchQuery(contract.match), body }, choose), secret, moment, choose)
}

export function opened(vendor: Vendor, http: Http): Tree {
  return wireOf(vendor).push?.open({ ...http, body: Buffer.from(http.body) }, secret).body as Tree
}

export const sending = (vendor: Vendor, choose: Choose) => sideOf(vendor).sending?.(choose) as Sending

/** Those of the answers that count as received. */
export const received = (vendor: Vendor, choose: Choose, answers: [status: number, body: string][]) =>
  answers.filter(
    ([status, body]) => !refusal(sending(vendor, choose).accepts, { status, body: Buffer.from(body) } as never),
  )
