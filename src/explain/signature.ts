/** Explains one signature: compares it with the right one, then looks for the mistake that gives the one that came. */
import { hash } from 'node:crypto'
import type { Capture } from './capture.ts'
import { signatureMistakes } from './mistakes.ts'
import { inMilliseconds, inWords } from './mistakes-time.ts'
import { createSigner, ordered, plain, type Recipe, signatureOf } from './recipe.ts'
import type { Scheme, Secret } from './schemes.ts'
import { type Found, search } from './search.ts'

export interface Compared {
  name: string
  /** In characters. */
  length: number
  /** The first eight hexadecimal digits of the SHA-256 of its UTF-8. */
  sha256: string
}

export interface Difference {
  /** Index of the first character that differs. */
  at: number
  /** Four characters on each side of it. */
  expected: string
  got: string
}

export interface Explanation {
  /** What was looked at: `echat signature`, `echat envelope`, `sobot token` … */
  scheme: string
  /** The right way, in words. */
  rule: string
  /** Where it stands in the request. */
  place: string
  verdict: 'right' | 'mistaken' | 'unexplained'
  /** The likeliest first; empty when it is right or unexplained. More than one: each alone would explain it. */
  mistakes: readonly Found[]
  /** What was compared, without secrets. */
  compared: readonly Compared[]
  /** Where the digest that came leaves the right one; digests are no secrets. */
  differs?: Difference
}

export interface Clock {
  /** Milliseconds since 1970. */
  now?: number | undefined
  /** How far the time of a message may be from now, in milliseconds. */
  window?: number | undefined
}

export const fingerprint = (name: string, text: string): Compared => ({
  name,
  length: text.length,
  sha256: hash('sha256', text).slice(0, 8),
})

export function explainSignature(scheme: Scheme, capture: Capture, secret: Secret, clock: Clock): Explanation {
  const right = recipeOf(scheme, capture, secret)
  const came = scheme.came(capture)
  const got = came[scheme.carries[0] ?? ''] ?? ''
  const expected = signatureOf(right)
  const mistakes =
    lacking(scheme, came, secret) ?? (got === expected ? besides(scheme, right, clock) : wrong(right, got, expected))
  const differs = got === expected ? undefined : difference(expected, got, Object.values(right.credentials))
  return {
    scheme: scheme.name,
    rule: scheme.rule,
    place: scheme.place,
    verdict: mistakes.length ? 'mistaken' : got === expected ? 'right' : 'unexplained',
    mistakes,
    compared: [
      ...ordered(right).map(it => fingerprint(it.name, it.value)),
      fingerprint('all of them joined', right.join(ordered(right))),
      fingerprint('the signature that came', got),
    ],
    ...(differs && { differs }),
  }
}

function recipeOf(scheme: Scheme, capture: Capture, secret: Secret): Recipe {
  const credentials = Object.fromEntries(
    Object.entries(secret).flatMap(([name, value]) => (value && name !== 'mode' ? [[name, value]] : [])),
  )
  return { ...plain, extras: [], credentials, ...scheme.recipe(capture, secret) }
}

/** What has to be there before anything can be compared. */
function lacking(
  { needs, carries }: Scheme,
  came: Readonly<Record<string, string>>,
  secret: Secret,
): Found[] | undefined {
  const unknown = needs.filter(it => !secret[it])
  if (unknown.length)
    return [
      {
        id: 'credential-missing',
        what: `Nobody has said what ${unknown.join(' and ')} is.`,
        cure: 'Pass every credential that the rule names.',
      },
    ]
  const missing = carries.filter(it => !came[it])
  if (missing.length === 0) return undefined
  const what = `The request does not carry ${missing.join(' and ')}.`
  return [{ id: 'incomplete', what, cure: 'Send everything that the scheme names, under these very names.' }]
}

/** Everything wrong around a signature that holds. */
function besides(scheme: Scheme, { parts, credentials }: Recipe, { now, window }: Clock): Found[] {
  const found: Found[] = []
  const named = parts.find(it => it.name === scheme.account)
  if (named && credentials[named.name] !== undefined && credentials[named.name] !== named.value)
    found.push({
      id: 'other-account',
      what: `The signature holds, but the request names another ${named.name} than yours.`,
      cure: `Send the ${named.name} that was issued with the secret.`,
    })
  const time = parts.find(it => it.time && /^\d{10}(\d{3})?$/.test(it.value))
  if (time && scheme.unit && (scheme.unit === 'ms') !== (time.value.length === 13))
    found.push({
      id: 'wrong-unit',
      what: `The signature holds, but ${time.name} is in ${scheme.unit === 'ms' ? 'seconds' : 'milliseconds'}.`,
      cure: `Send and sign ${scheme.unit === 'ms' ? 'milliseconds' : 'seconds'}.`,
    })
  const off = time && now !== undefined ? Math.round((inMilliseconds(time.value) - now) / 1000) : 0
  if (time && window !== undefined && Math.abs(off) * 1000 > window)
    found.push({
      id: 'clock-skew',
      what: `The signature holds, but its time is ${inWords(off)} ${off > 0 ? 'ahead of' : 'behind'} the clock here.`,
      cure: 'Set both clocks by NTP; or the message was held up, or sent a second time.',
    })
  return found
}

function wrong(right: Recipe, got: string, expected: string): Found[] {
  const sign = createSigner()
  let left = MOST
  return search({
    right,
    mistakes: signatureMistakes,
    form: formOf(got) === formOf(expected) ? 'right' : DIGEST.test(got) ? 'other' : 'none',
    explains(recipe) {
      const { signature, size } = sign(recipe)
      left -= size + OVERHEAD
      return signature === got
    },
    tired: () => left < 0,
  })
}

/** Length and letters; a digest without any letter passes for the right case. */
const formOf = (text: string) => (/^[0-9a-f]+$/i.test(text) ? `${text.length}${/[a-f]/.test(text)}` : 'none')

/** What any digest can look like, however it was printed or cut: shorter ones do not happen, longer ones are not made. */
const DIGEST = /^[\w+/=\- \n"]{8,180}$/

/** Bytes that are digested at most, so that a long body is explained as soon as a short one; a digest itself costs as much as some bytes. */
const MOST = 6 << 20
const OVERHEAD = 64

/** Nothing is shown of what may be a secret in the wrong place. */
function difference(expected: string, got: string, secrets: readonly string[]): Difference | undefined {
  if (!/^[0-9a-fA-F]{16,128}$/.test(got) || secrets.some(it => overlap(it, got))) return undefined
  const first = [...expected].findIndex((digit, index) => digit !== got[index])
  const at = first < 0 ? expected.length : first
  const around = (text: string) => text.slice(Math.max(0, at - AROUND), at + AROUND + 1)
  return { at, expected: around(expected), got: around(got) }
}

const AROUND = 4

const overlap = (secret: string, got: string) =>
  got.includes(secret) || secret.toLowerCase().includes(got.toLowerCase())
