/** A bounded log of byte strings: the oldest go when there are too many or they hold too much. As objects, thousands of entries would slow every request down by what the garbage collector copies. */

export interface Bounds {
  entries: number
  bytes: number
}

export interface Log {
  /** Adds an entry of some parts, each in one piece or several; answers the bytes of its last part as they stand in the log. */
  add(...parts: Part[]): Buffer
  /** The parts of each entry, oldest first, without so many of the oldest. */
  entries(without?: number): Buffer[][]
  clear(): void
  /** How many have gone. */
  readonly dropped: number
}

type Piece = string | Uint8Array
type Part = Piece | readonly Piece[]

interface Chunk {
  bytes: Buffer
  used: number
  /** Of each entry its start and the end of each of its parts, one after the other. */
  places: number[]
  /** How many of these places belong to entries that have gone. */
  gone: number
}

const SMALLEST = 16 << 10
const LARGEST = 256 << 10
/** Bytes that a character of a text takes at most. */
const WIDEST = 3

/** Each entry has so many parts. */
export function createLog(most: Bounds, parts: number): Log {
  const stride = parts + 1
  let chunks: Chunk[] = []
  let [entries, bytes, dropped] = [0, 0, 0]

  /** A chunk with room for so much; the last one, or a new one that is larger than it. */
  function roomFor(size: number): Chunk {
    const last = chunks.at(-1)
    if (last && last.bytes.length - last.used >= size) return last
    const usual = Math.min(LARGEST, last ? last.bytes.length * 2 : SMALLEST)
    const chunk = { bytes: Buffer.allocUnsafeSlow(Math.max(usual, size)), used: 0, gone: 0, places: [] }
    chunks.push(chunk)
    return chunk
  }

  function drop() {
    const chunk = chunks[0] as Chunk
    bytes -= (chunk.places[chunk.gone + parts] as number) - (chunk.places[chunk.gone] as number)
    chunk.gone += stride
    entries--
    dropped++
    if (chunk.gone === chunk.places.length && chunks.length > 1) chunks.shift()
  }

  return {
    add(...entry) {
      let size = 0
      for (const part of entry) size += sizeOf(part)
      const chunk = roomFor(size)
      const before = chunk.used
      let start = before
      chunk.places.push(before)
      for (const part of entry) {
        start = chunk.used
        put(part, chunk)
        chunk.places.push(chunk.used)
      }
      bytes += chunk.used - before
      entries++
      while (entries > most.entries || (bytes > most.bytes && entries > 1)) drop()
      return chunk.bytes.subarray(start, chunk.used)
    },
    entries(without = 0) {
      let left = without * stride
      return chunks.flatMap(it => {
        const from = it.gone + left
        left = Math.max(0, from - it.places.length)
        return entriesOf(it, from, stride)
      })
    },
    clear() {
      chunks = []
      entries = bytes = dropped = 0
    },
    get dropped() {
      return dropped
    },
  }
}

const isList = (part: Part): part is readonly Piece[] => Array.isArray(part)

/** Bytes at most. */
function sizeOf(part: Part): number {
  if (typeof part === 'string') return part.length * WIDEST
  if (!isList(part)) return part.length
  let size = 0
  for (const piece of part) size += sizeOf(piece)
  return size
}

function put(part: Part, chunk: Chunk) {
  if (typeof part === 'string') chunk.used += chunk.bytes.write(part, chunk.used)
  else if (isList(part)) for (const piece of part) put(piece, chunk)
  else {
    chunk.bytes.set(part, chunk.used)
    chunk.used += part.length
  }
}

function entriesOf({ bytes, places }: Chunk, from: number, stride: number): Buffer[][] {
  const found: Buffer[][] = []
  for (let at = from; at < places.length; at += stride) {
    const place = places.slice(at, at + stride)
    found.push(place.slice(1).map((end, part) => bytes.subarray(place[part] as number, end)))
  }
  return found
}
