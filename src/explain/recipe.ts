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
export function ordered({ parts, order }: Pick<Recipe, 'parts' | 'order'>): readonly Part[] {
  if (!order) return parts
  const at = (side: Part['side']) => parts.filter(it => it.side === side)
  return [...at('front'), ...at(undefined).sort(order), ...at('end')]
}

export interface Signed {
  signature: string
  /** Bytes that were digested, where they are encoded; else characters. */
  size: number
}

/** Signs one recipe after the other. Most mistakes change one step: those before it are not done again. */
export function createSigner(): (recipe: Recipe) => Signed {
  const inOrder = remembered((parts: Recipe['parts'], order: Recipe['order']) => ordered({ parts, order }))
  const textOf = remembered((parts: Recipe['parts'], join: Recipe['join']) => join(parts))
  const bytesOf = remembered((text: string, encode: Recipe['encode']) => encode(text))
  const digestOf = remembered((bytes: string | Uint8Array, digest: Recipe['digest']) => digest(bytes))
  return ({ parts, order, join, encode, digest, print }) => {
    const bytes = bytesOf(textOf(inOrder(parts, order), join), encode)
    return { signature: print(digestOf(bytes, digest)), size: bytes.length }
  }
}

export const signatureOf = (recipe: Recipe) => createSigner()(recipe).signature

/** Knows what it made last, and of what. */
function remembered<From, By, Made>(make: (from: From, by: By) => Made): (from: From, by: By) => Made {
  let last: { from: From; by: By; made: Made } | undefined
  return (from, by) => {
    if (last?.from !== from || last.by !== by) last = { from, by, made: make(from, by) }
    return last.made
  }
}
