/** A world's clock: running or still, set, advanced; what falls due is fired in order. */
import { describe, expect, test } from 'vitest'
import { createClock, durationOf } from '../mocks/world/clock.ts'

/** A clock over a source that the test moves, and what it fired with the time that it showed then. */
function clockAt(start: number, running = false) {
  let source = 1_000
  const clock = createClock({ source: () => source, running, start })
  const fired: [what: string, at: number][] = []
  const plan = (at: number, what: string) => clock.schedule({ at, what, run: () => fired.push([what, clock.now()]) })
  return { clock, fired, plan, pass: (milliseconds: number) => (source += milliseconds) }
}

test('it stands still until it is moved, or follows its source', () => {
  const still = clockAt(50)
  still.pass(10)
  expect(still.clock.now()).toBe(50)
  still.clock.run(true)
  still.pass(10)
  expect(still.clock.now()).toBe(60)
  still.clock.run(false)
  still.pass(10)
  expect(still.clock.now()).toBe(60)
})

test('advancing stops at everything that falls due, in order of time and then of entry, and says what it was', () => {
  const { clock, fired, plan } = clockAt(0)
  plan(30, 'late')
  plan(10, 'first')
  plan(10, 'second')
  plan(31, 'never')
  expect(clock.advance(30)).toEqual([
    { at: 10, what: 'first' },
    { at: 10, what: 'second' },
    { at: 30, what: 'late' },
  ])
  expect(fired).toEqual([
    ['first', 10],
    ['second', 10],
    ['late', 30],
  ])
  expect([clock.now(), clock.next()]).toEqual([30, 31])
})

test('what is fired can plan more within the same advance, and can be taken back', () => {
  const { clock, fired, plan } = clockAt(0)
  clock.schedule({ at: 5, what: 'parent', run: () => plan(7, 'child') })
  plan(8, 'cancelled')()
  expect(clock.advance(10).map(it => it.what)).toEqual(['parent', 'child'])
  expect(fired).toEqual([['child', 7]])
})

test('a running clock fires what is due when it settles; going back fires nothing', () => {
  const { clock, fired, plan, pass } = clockAt(0, true)
  plan(20, 'due')
  pass(19)
  expect(clock.settle()).toEqual([])
  pass(1)
  expect(clock.settle()).toEqual([{ at: 20, what: 'due' }])
  plan(25, 'later')
  expect(clock.set(5)).toEqual([])
  expect([clock.now(), fired.length]).toEqual([5, 1])
})

describe('durations', () => {
  test.each([
    ['0', 0],
    ['90', 90],
    ['500ms', 500],
    ['30s', 30_000],
    ['15m', 900_000],
    ['24h', 86_400_000],
    [' 3d ', 259_200_000],
  ])('%s', (text, milliseconds) => {
    expect(durationOf(text)).toBe(milliseconds)
  })
  test.each(['', '-1s', '1.5h', '1 h', 'h', '1w', '9999999999999'])('%j is none', text =>
    expect(durationOf(text)).toBeUndefined(),
  )
})
