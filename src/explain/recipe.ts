/** A signature as data: what is joined, in which order, how it is digested and printed. A mistake is a change to it. */
import { hash } from 'node:crypto'

/** One of the texts that are joined. */
export interface Part {
  name: string
  value: string
  /** Issued to the tenant. */
  credential?: true
  /** The one credential that proves something. */
  secret?: true
  /** Holds a time, in seconds or milliseconds since 1970. */
  time?: true
  /** The value before it was printed as text. */
  raw?: unknown
  /** Its text is JSON, signed as it was sent. */
  json?: true
  /** Stays there, however the others are sorted. */
  side?: 'front' | 'end'
}

export type Order = (one: Part, other: Part) => number

export interface Recipe {
  parts: readonly Part[]
  /** Without it the parts stay as they are listed. */
  order: Order | undefined
  join(parts: readonly Part[]): string
  encode(text: string): string | Uint8Array
  digest(bytes: string | Uint8Array): Buffer
  print(digest: Buffer): string
  /** What lies about in the request and does not belong into the signature. */
  extras: readonly Part[]
  /** All that were issued to the tenant, by name. */
  credentials: Readonly<Record<string, string>>
}

/** What every scheme begins with. */
export const plain = {
  order: undefined,
  join: (parts: readonly Part[]) => parts.map(it => it.value).join(''),
  encode: (text: string) => text,
  print: (digest: Buffer) => digest.toString('hex'),
}

export const hashed = (algorithm: string) => (bytes: string | Uint8Array) => hash(algorithm, bytes, 'buffer')

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export const byName: Order = (one, other) => compare(one.name, other.name)
export const byValue: Order = (one, other) => compare(one.value, other.value)

/** The parts as they stand in the text. */
export function ordered({ parts, order }: Recipe): readonly Part[] {
  if (!order) return parts
  const at = (side: Part['side']) => parts.filter(it => it.side === side)
  return [...at('front'), ...at(undefined).sort(order), ...at('end')]
}

export const bytesOf = (recipe: Recipe) => recipe.encode(recipe.join(ordered(recipe)))

export const signatureOf = (recipe: Recipe) => recipe.print(recipe.digest(bytesOf(recipe)))
