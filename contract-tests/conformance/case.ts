/** The vocabulary of the conformance suite: what is sent to a handler, and what has to come back, as data. Read this first. */
import type { Acceptance } from '../../schemas/define.ts'
import type { Severity } from './report.ts'

export interface Case {
  /** `<vendor>.<what-is-tried>` */
  id: string
  /** What has to hold, as a sentence. */
  title: string
  /** Why it matters, in one sentence. */
  why: string
  /** Section of the vendor's document, `erratum Q85`, an assumption (`echat.freshness`), or a standard (`RFC 9110, 9.3.1`). */
  source: string
  /** What to do about it, where title and reason do not say so. */
  cure?: string
  severity: Severity
  /** The heading that it stands under in reports. */
  group: string
  /** What has to be so for it to apply; it is skipped otherwise. */
  needs?: Need
  /** Runs while nothing else is under way. */
  alone?: true
  steps: readonly Step[]
}

/**
 * `plain`, `secure`: the mode of the handler. `signed`: the vendor signs what it pushes to this handler. `shared`: a secret was
 * agreed for header or address. `effects`: the config says what a push has to bring about.
 */
export type Need = 'plain' | 'secure' | 'signed' | 'shared' | 'effects'

/** One thing after the other; the messages of one step leave at the same time. */
export interface Step {
  send: Sending | readonly Sending[]
  expect: Expectation
  /** Before it is sent, so many calls of the operations that its effects name fail. */
  downstreamFails?: number
  /** What it brings about is not judged: it is more than one thing, or the handler may leave it. */
  effects?: 'unknown'
  /** A stricter reading of the vendor's rule than that of the run. */
  accepts?: Acceptance
}

/**
 * - `acknowledged`: by the vendor's own rule, within the vendor's time.
 * - `refused`: a whole answer that is no acknowledgement.
 * - `answered`: a whole answer, whichever.
 * - `delivered`: acknowledged in the end, when it is sent again after each refusal as the vendor does, up to three times.
 * - `anything`: nothing is judged, because the sender went away.
 * - `alike`: refused, and every message of the step with the same status and body.
 * - `echo`: status 200 and the echostr alone.
 * - `withheld`: refused, and the echostr is not in the answer.
 */
export type Expectation =
  | 'acknowledged'
  | 'refused'
  | 'answered'
  | 'delivered'
  | 'anything'
  | 'alike'
  | 'echo'
  | 'withheld'

/** One request. What is left out is as the vendor would have it. */
export interface Sending extends Alterations {
  /** Id of the push; the first of the vendor's document by default. */
  push?: string
  /** Name of an example or variant; the documented example by default. */
  example?: string
  /** Fields of the message by dotted path (`chatData.chatContent`, `content.0.nick`), whether the contract knows them or not. */
  set?: Record<string, Value>
  /** Fields that are left out, by dotted path. */
  unset?: readonly string[]
  /** The message, with its ids, is that of the sending of this case that has this name; sealed anew. */
  again?: string
  /** The very same request, byte for byte, as the sending of that name; only `query` changes its address. */
  exactly?: string
  /** The name that the two above mean. */
  name?: string
  /** What stands in reports for this one of many. */
  label?: string
}

/** A value, or one that is drawn anew for each run. */
export type Value = string | number | boolean | null | object | ((draw: Draw) => unknown)

/** Draws from the seed of the run. */
export interface Draw {
  /** So many digits, the first of them not 0. */
  digits(length: number): string
  /** Lower-case hexadecimal. */
  hex(length: number): string
  /** Nine digits, the same for this name wherever it stands in the case. */
  same(name: string): string
}

/** What is done to a request on its way, in the order of this list. */
export interface Alterations {
  /** Choices for the vendor's assumptions, in place of those of the run. */
  choose?: Record<string, string>
  /** Another data type in the address than the message is of. */
  dataType?: string
  /** Sealed with these credentials in place of the right ones. */
  secret?: Record<string, string | ((draw: Draw) => string)>
  /** Written in the mode that was not agreed. */
  otherMode?: true
  /** Seconds that the sender's clock is off. */
  clock?: number
  /** What is done to the text of the message before it is sealed. */
  text?: TextAlteration
  /** What is done inside the encrypted envelope. */
  envelope?: EnvelopeAlteration
  /** What is done to the text or bytes of the sealed body. */
  body?: TextAlteration
  /** Parameters of the address, set, or taken away by null. `{…}` stands for what was there. */
  query?: Record<string, string | null>
  /** Parameters of the address in the opposite order. */
  backwards?: true
  /** What stands behind all parameters, as it is: `&dataType=chatEnd`. */
  behind?: string
  headers?: Record<string, string | null>
  /** Signature, timestamp and nonce of the sending of this case that has this name. */
  signatureOf?: string
  /** The last digit of the timestamp stands at the head of the nonce, which changes nothing where both are joined. */
  moved?: true
  /** One digit of the signature is another, or it stands in capitals, or it is cut by a digit. */
  signature?: 'digit' | 'capitals' | 'short'
  /** Without the header or parameter that was agreed, or with another value: none of its characters, one less, one more. */
  shared?: 'absent' | 'wrong' | 'empty' | 'short' | 'long'
  method?: 'GET' | 'POST'
  /** How the bytes leave: in so many pieces, with milliseconds between them; or the connection ends in the middle. */
  pieces?: { count: number; pause: number }
  cut?: true
}

/** `replace` takes every place; `bytes` is hexadecimal and stands in front of the rest, or behind the first place of `behind`; `json` spells the same message in another way. */
export type TextAlteration =
  | { replace: readonly (readonly [from: string, to: string])[] }
  | { whole: string }
  | { keep: number }
  | { before: string; after?: string }
  | { bytes: string; behind?: string }
  | { grow: number }
  | { json: 'indented' | 'backwards' | 'escaped' }

export interface EnvelopeAlteration {
  /** Blanks follow the message, so many that the padding has this length: 1 to 32 bytes. */
  padding?: number
  /** The plaintext ends with this id in place of the agreed one. */
  appId?: string
  /** The length that stands in the envelope is off by so many bytes. */
  length?: number
  /** The last byte has this value, whatever the padding would be. */
  lastByte?: number
  /** So many bytes of the ciphertext are left. */
  keep?: number
  /** One bit of that byte of the ciphertext is another; counted from the end when negative. */
  flip?: number
}

/** Sound, by itself: for the last step of a case that asks whether the handler goes on. */
export const sound: Step = { send: {}, expect: 'acknowledged' }
