/** What became of the pushes of a run, in numbers: it takes the same memory however many there were. */
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'

export interface Attempt {
  acknowledged: boolean
  milliseconds: number
  status: number
  /** Why it was not acknowledged. */
  reason?: string | undefined
}

export interface Summary {
  add(outcome: Attempt): void
  /** One push ended in the dead letters. */
  dead(reason: string): void
  lines(): string[]
  json(): object
}

/** Reasons that are told apart; further ones are only counted. */
const MOST_REASONS = 50

export function createSummary(): Summary {
  const latency = createHistogram()
  const refusals = createTally()
  const deaths = createTally()
  let acknowledged = 0
  const counts = () => ({
    attempts: acknowledged + refusals.all(),
    acknowledged,
    notAcknowledged: refusals.all(),
    deadLetters: deaths.all(),
  })
  return {
    add({ acknowledged: received, milliseconds, status, reason }) {
      // The histogram holds whole numbers from 1.
      latency.record(Math.max(1, Math.round(milliseconds * 1_000)))
      if (received) acknowledged++
      else refusals.add(reason ?? `Status ${status}.`)
    },
    dead: deaths.add,
    lines: () => [
      ...aligned(counts(), latencies(latency)),
      ...listed('refusals', refusals),
      ...listed('dead letters', deaths),
    ],
    json: () => ({
      ...counts(),
      milliseconds: latencies(latency),
      refusals: refusals.reasons(),
      otherRefusals: refusals.others(),
      deaths: deaths.reasons(),
      otherDeaths: deaths.others(),
    }),
  }
}

type Tally = ReturnType<typeof createTally>

/** Counts equal reasons. */
function createTally() {
  const known = new Map<string, number>()
  let all = 0
  let others = 0
  return {
    all: () => all,
    others: () => others,
    /** The most frequent first. */
    reasons: () => [...known].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    add(reason: string) {
      all++
      const before = known.get(reason)
      if (before === undefined && known.size === MOST_REASONS) others++
      else known.set(reason, (before ?? 0) + 1)
    },
  }
}

/** In milliseconds; null when nothing was attempted. */
function latencies(latency: RecordableHistogram) {
  const at = (percent: number) => (latency.count ? latency.percentile(percent) / 1_000 : null)
  return { p50: at(50), p95: at(95), p99: at(99) }
}

function aligned(counts: Record<string, number>, times: Record<string, number | null>) {
  const rows = [
    ...Object.entries(counts).map(([name, count]) => [words(name), String(count), '']),
    ...Object.entries(times).map(([name, time]) => [
      `latency ${name}`,
      time?.toFixed(2) ?? 'none',
      time === null ? '' : ' ms',
    ]),
  ]
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(
    ([name = '', value = '', unit]) => `${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}${unit}`,
  )
}

const words = (name: string) => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)

function listed(title: string, tally: Tally) {
  if (tally.all() === 0) return []
  const others = tally.others() ? [{ reason: `other ${title}`, count: tally.others() }] : []
  const rows = [...tally.reasons(), ...others]
  const width = Math.max(...rows.map(({ count }) => String(count).length))
  return [`${title}:`, ...rows.map(({ reason, count }) => `  ${String(count).padStart(width)}  ${reason}`)]
}
