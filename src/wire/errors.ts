/** The kit's own errors: one table of what can go wrong on the wire, and the one class that carries it. */
import type { Erratum } from '../../schemas/define.ts'
import type { Violation } from './check.ts'

/** Code → HTTP status that a receiver answers with, what is wrong, and what to do about it. */
export const problems = {
  'signature-missing': [
    401,
    'The request carries no complete signature.',
    'Send every signature parameter that the vendor’s scheme names.',
  ],
  'signature-wrong': [
    401,
    'The signature does not match.',
    'Compare the shared token or key on both sides, and the order in which the parts are joined.',
  ],
  'signature-used': [
    401,
    'The signature was used before, for another message.',
    'Sign every message anew. If your vendor does, somebody replays its requests.',
  ],
  'timestamp-wrong': [
    401,
    'The timestamp is too far from now, or is none.',
    'Set the clocks of both sides, or allow a wider window.',
  ],
  'shared-secret-wrong': [
    401,
    'The agreed secret is missing or wrong.',
    'Give the vendor the header or address with the secret that this receiver was given.',
  ],
  'credential-missing': [
    401,
    'A credential is missing.',
    'Pass every key that the vendor issued; `kefu list <vendor>` names them.',
  ],
  'credential-unknown': [
    401,
    'The credential is not known here.',
    'Use the credentials that `kefu mock` printed when it started.',
  ],
  'credential-expired': [401, 'The token is unknown or has expired.', 'Get a new token and call again.'],
  'name-taken': [409, 'The name is taken.', 'Choose another name.'],
  'key-malformed': [
    500,
    'The encryption key is not usable.',
    'EncodingAESKey is exactly 43 characters of base64, without the trailing "=".',
  ],
  'cipher-malformed': [
    400,
    'The encrypted message cannot be opened.',
    'Compare EncodingAESKey and appId on both sides.',
  ],
  'mode-mismatch': [
    400,
    'The message is not in the agreed mode.',
    'Set the same mode (plain or secure) on both sides.',
  ],
  'request-malformed': [
    400,
    'The request cannot be read.',
    'Send HTTP/1.1, a decodable address, and at most 16 KiB of address and headers.',
  ],
  'body-not-utf8': [400, 'The body is not UTF-8.', 'Encode the body as UTF-8.'],
  'body-empty': [400, 'The body is empty.', 'Send the message as the body of the request.'],
  'body-malformed': [400, 'The body cannot be parsed.', 'Correct the body at the place named.'],
  'body-too-large': [413, 'The body is too large.', 'Send at most 1 MiB, or what the receiver’s `limit` says.'],
  'content-type-wrong': [415, 'The content type is not accepted.', 'Send the content type that the contract names.'],
  'text-unwritable': [422, 'The text holds a character that XML cannot carry.', 'Remove the character from the field.'],
  'value-unsendable': [422, 'The message holds a value that cannot be sent unharmed.', 'Correct the field named.'],
  'endpoint-unverified': [
    422,
    'The address did not pass the check of the vendor.',
    'Answer the check with its echostr alone, or register the address without it.',
  ],
  'contract-violated': [422, 'The message does not keep to the contract.', 'Correct the fields named.'],
  'contract-unknown': [422, 'No contract matches.', 'See `kefu list` for the contracts.'],
  'name-unknown': [422, 'There is nothing of this name.', 'Use one of the names that the message gives.'],
  'expectation-failed': [
    422,
    'The expectation was not met.',
    'Look at the calls that the message names; the journal has them all.',
  ],
  'seed-refused': [422, 'The vendor refused a call of the seed.', 'Correct the call named; those before it were made.'],
  'world-held': [
    409,
    'Somebody else uses this world.',
    'Wait until the time named, or use a world of your own: `POST /_kefu/worlds`.',
  ],
  'state-unusable': [
    500,
    'The state file cannot be used.',
    'Name another file with --state, or end what uses this one.',
  ],
  defect: [500, 'The mock failed, which is a defect of kefu-kit.', 'Report the request that led to it.'],
  'route-unknown': [404, 'No operation has this path.', 'Use one of the paths that the message names.'],
  'method-wrong': [405, 'The operation has another method.', 'Use the method that the message names.'],
  'body-parsed': [
    500,
    'The body was parsed before the receiver got it.',
    'Mount the receiver in front of body parsers: it needs the bytes that were sent.',
  ],
  'handler-late': [
    503,
    'The handler takes too long, so the push is not acknowledged.',
    'Hand long work to a queue of your own; a vendor that repeats sends the push again.',
  ],
  'handler-failed': [
    500,
    'The handler failed, so the push is not acknowledged.',
    'Correct the handler; a vendor that repeats sends the push again.',
  ],
  unreachable: [502, 'The other side cannot be reached.', 'Start it, or correct the address.'],
  'status-unexpected': [
    502,
    'The answer has an HTTP status that is no answer of the vendor.',
    'Look at what stands between here and the vendor; call again later.',
  ],
  'answer-too-large': [502, 'The answer is too large.', 'Ask for smaller pages, or raise `limit`.'],
  'deadline-passed': [504, 'The call was not done in its time.', 'Call again later, or raise `deadline`.'],
  'call-cancelled': [499, 'The call was cancelled.', 'Look first whether it was carried out, if you call again.'],
  'origin-refused': [
    403,
    'This page may not call the mock.',
    'Open it from this machine, or let its origin in with --allow-origin.',
  ],
  'address-refused': [
    403,
    'The address is not on the loopback interface.',
    'Use 127.0.0.1, localhost or [::1], or allow its host with --allow-host.',
  ],
} as const satisfies Record<string, readonly [status: number, sentence: string, cure: string]>

export type ProblemCode = keyof typeof problems

/** A place in a text: line and column count from 1, byte from 0. */
export interface Place {
  line: number
  column: number
  byte: number
}

interface Detail {
  /** What was expected, what came, in words. */
  detail?: string
  /** Where in the body. */
  place?: Place | undefined
  /** The fault of the vendor's own document that explains it. */
  erratum?: Pick<Erratum, 'id' | 'says'> | undefined
  /** The fields that break a contract. */
  violations?: readonly Violation[]
  cause?: unknown
}

/** Everything that the kit refuses. `message` is fit to be shown; it never holds a secret. */
export class KefuError extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly cure: string
  readonly place: Place | undefined
  /** Id of the erratum. */
  readonly erratum: string | undefined
  /** The fields that break the contract; empty for any other problem. */
  readonly violations: readonly Violation[]
  /** Requests that were made for the call that failed; only our calls set it. */
  declare attempts?: number

  constructor(code: ProblemCode, { detail, place, erratum, violations = [], cause }: Detail = {}) {
    const [status, sentence, cure] = problems[code]
    const at = place ? ` (line ${place.line}, column ${place.column}, byte ${place.byte})` : ''
    const known = erratum && `The vendor’s document has the same fault, erratum ${erratum.id}: ${erratum.says}`
    super([`${sentence.replace(/\.$/, '')}${at}.`, detail, known].filter(Boolean).join(' '), { cause })
    this.name = 'KefuError'
    this.code = code
    this.status = status
    this.cure = cure
    this.place = place
    this.erratum = erratum?.id
    this.violations = violations
  }
}

/** The place of a character offset in a text. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1, byte: Buffer.byteLength(before) }
}
