/** Remembers a million messages, and looks some of them up again. */
import { memoryInbox } from '../../src/receive/inbox.ts'

export interface Done {
  /** Resident memory that they take. */
  mebibytes: number
  /** Of one lookup in a hundred. */
  milliseconds: number
}

const KEYS = 1_000_000
const LOOKUPS = 20_000

async function run(): Promise<Done> {
  const inbox = memoryInbox()
  const before = process.memoryUsage.rss()
  const keyOf = (at: number) => `echat//chatStart/${39_000_000 + at}`
  for (let at = 0; at < KEYS; at++) await inbox.once(keyOf(at), async () => {})
  const mebibytes = (process.memoryUsage.rss() - before) / 2 ** 20
  const taken: number[] = []
  for (let at = 0; at < LOOKUPS; at++) {
    const key = keyOf((at * 7_919) % KEYS)
    const since = performance.now()
    const known = await inbox.once(key, async () => {})
    taken.push(performance.now() - since)
    if (known) throw new Error(`${key} was forgotten`)
  }
  taken.sort((one, other) => one - other)
  return { mebibytes, milliseconds: taken[Math.floor(LOOKUPS * 0.99)] as number }
}

process.on('message', () => {
  run().then(
    done => process.send?.(done),
    error => process.send?.({ error: String(error?.stack ?? error) }),
  )
})
process.send?.('ready')
