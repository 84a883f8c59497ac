/** What a run reports: its progress while it lasts, and its summary at the end. */
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createProgress } from '../src/cli/progress.ts'
import { createSummary } from '../src/cli/summary.ts'

const received = { acknowledged: true, status: 200, milliseconds: 1 }
const refused = (reason?: string) => ({ acknowledged: false, status: 500, milliseconds: 1, reason })

describe('a summary', () => {
  function run() {
    const summary = createSummary()
    for (let milliseconds = 1; milliseconds <= 100; milliseconds++) summary.add({ ...received, milliseconds })
    for (const reason of ['Seldom.', 'Often.', 'Often.', 'Often.', undefined, undefined]) summary.add(refused(reason))
    for (const reason of ['Gave up.', 'Too old.', 'Gave up.']) summary.dead(reason)
    return summary
  }

  test('tells counts, latencies and every distinct refusal, the most frequent first', () => {
    expect(run().lines()).toEqual([
      'attempts            106',
      'acknowledged        100',
      'not acknowledged      6',
      'dead letters          3',
      'latency p50       47.01 ms',
      'latency p95       95.04 ms',
      'latency p99       99.01 ms',
      'refusals:',
      '  3  Often.',
      '  2  Status 500.',
      '  1  Seldom.',
      'dead letters:',
      '  2  Gave up.',
      '  1  Too old.',
    ])
  })

  test('tells the same as data', () => {
    expect(run().json()).toEqual({
      attempts: 106,
      acknowledged: 100,
      notAcknowledged: 6,
      deadLetters: 3,
      milliseconds: { p50: 47.007, p95: 95.039, p99: 99.007 },
      refusals: [
        { reason: 'Often.', count: 3 },
        { reason: 'Status 500.', count: 2 },
        { reason: 'Seldom.', count: 1 },
      ],
      otherRefusals: 0,
      deaths: [
        { reason: 'Gave up.', count: 2 },
        { reason: 'Too old.', count: 1 },
      ],
      otherDeaths: 0,
    })
  })

  test('of nothing has no latencies and no lists', () => {
    const nothing = createSummary()
    expect(nothing.json()).toMatchObject({ attempts: 0, milliseconds: { p50: null, p95: null, p99: null } })
    expect(nothing.lines()).toEqual([
      'attempts             0',
      'acknowledged         0',
      'not acknowledged     0',
      'dead letters         0',
      'latency p50       none',
      'latency p95       none',
      'latency p99       none',
    ])
  })

  test('takes an answer that came at once', () => {
    const summary = createSummary()
    summary.add({ ...received, milliseconds: 0 })
    expect(summary.lines()).toContain('latency p99       0.00 ms')
  })

  test('tells fifty refusals apart and counts all others as one', () => {
    const summary = createSummary()
    for (let each = 1; each <= 60; each++) summary.add(refused(`Refusal ${each}.`))
    for (let again = 0; again < 100; again++) summary.add(refused('Refusal 50.'))
    const lines = summary.lines().slice(7)
    expect(lines.slice(0, 3)).toEqual(['refusals:', '  101  Refusal 50.', '    1  Refusal 1.'])
    expect(lines).toHaveLength(52)
    expect(lines.at(-1)).toBe('   10  other refusals')
    expect(summary.json()).toMatchObject({ notAcknowledged: 160, otherRefusals: 10 })
  })
})

describe('progress', () => {
  /** A terminal that is read back, and a clock that stands. */
  function terminal({ isTTY = true, columns = 80, total }: { isTTY?: boolean; columns?: number; total?: number } = {}) {
    const clock = { now: 5_000 }
    const stream = Object.assign(new PassThrough(), { isTTY, columns })
    const written = () => (stream.read() ?? '').toString()
    return { clock, written, ...createProgress({ total, stream, now: () => clock.now }) }
  }

  test('is a bar with the count, the rate and the failures when the total is known', () => {
    const { clock, written, tick } = terminal({ total: 1_000 })
    clock.now += 2_000
    tick(250, 3)
    expect(written()).toBe(`\r\x1b[K[${'#'.repeat(10)}${'-'.repeat(30)}]  250/1000  125/s  3 failed`)
  })

  test('is a count when the total is not known', () => {
    const { clock, written, tick } = terminal()
    clock.now += 500
    tick(250, 0)
    expect(written()).toBe('\r\x1b[K250  500/s  0 failed')
  })

  test('is drawn at most ten times a second', () => {
    const { clock, written, tick } = terminal()
    for (let done = 0; done < 1_000; done++, clock.now++) tick(done, 0)
    expect(written().split('\r')).toHaveLength(1 + 10)
  })

  test.each([1, 10, 27, 33, 60])('never fills a terminal of %i columns', columns => {
    const { written, tick } = terminal({ columns, total: 10 })
    tick(99, 99)
    expect(written().replace('\r\x1b[K', '').length).toBeLessThan(columns)
  })

  test('is full when there is more than was announced', () => {
    const { written, tick } = terminal({ total: 0 })
    tick(1, 0)
    expect(written()).toContain(`[${'#'.repeat(40)}]  1/0`)
  })

  test('clears its line at the end, when it has drawn one', () => {
    const { written, tick, end } = terminal()
    end()
    expect(written()).toBe('')
    tick(1, 0)
    written()
    end()
    expect(written()).toBe('\r\x1b[K')
  })

  test('writes nothing to what is no terminal', () => {
    const { written, tick, end } = terminal({ isTTY: false, total: 10 })
    tick(5, 0)
    end()
    expect(written()).toBe('')
  })
})
