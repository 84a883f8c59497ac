/** Randomness from a seed: the same seed gives the same bytes on every machine. */
import { hash } from 'node:crypto'

export type Random = (bytes: number) => Buffer

/** A stream of SHA-256 blocks over seed and counter. */
export function seededRandom(seed: string): Random {
  let counter = 0
  let rest = Buffer.alloc(0)
  return bytes => {
    while (rest.length < bytes) {
      const block = hash('sha256', `${seed}\0${counter++}`, 'buffer')
      rest = Buffer.concat([rest, block])
    }
    const taken = rest.subarray(0, bytes)
    rest = rest.subarray(bytes)
    return taken
  }
}

/** A number from 0 to 1, the same for the same seed. */
export const lot = (seed: string): number => hash('sha256', seed, 'buffer').readUInt32BE() / 0x1_0000_0000
