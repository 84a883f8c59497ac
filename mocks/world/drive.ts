/** Lets the clocks of running worlds fire by themselves: one timer a world, set for what falls due next. */
import type { Clock } from './clock.ts'

export interface Driver {
  watch(clock: Clock): void
  stop(): void
}

/** The longest that a timer of the platform can wait. */
const LONGEST = 2 ** 31 - 1

export function createDriver(): Driver {
  const timers = new Map<Clock, NodeJS.Timeout>()
  function arm(clock: Clock) {
    clearTimeout(timers.get(clock))
    const next = clock.next()
    if (next === undefined || !clock.running) return
    const wait = Math.min(LONGEST, Math.max(1, next - clock.now()))
    const fire = () => {
      clock.settle()
      arm(clock)
    }
    timers.set(clock, setTimeout(fire, wait).unref())
  }
  return {
    watch(clock) {
      clock.onChange(() => arm(clock))
      arm(clock)
    },
    stop() {
      for (const [clock, timer] of timers) {
        clock.onChange(() => {})
        clearTimeout(timer)
      }
      timers.clear()
    },
  }
}
