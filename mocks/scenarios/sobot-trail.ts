/** What happens to one customer of Sobot, step by step: each change is made to what the one before has left. */
import type { Cast } from './cast.ts'
import type { Staff } from './data/company.ts'
import type { Event } from './define.ts'
import { added, addition, type Change, changed, update } from './sobot-customer.ts'

/** When, by whom, and what changes. */
export type Step = readonly [at: number, by: Staff, fields: Partial<Change>]

export function trail(cast: Cast, userid: string, [at, by, fields]: Step, steps: readonly Step[] = []): Event[] {
  let record = added(cast, at, userid, by, fields)
  const events = [addition(at, record)]
  for (const [at, by, fields] of steps) {
    record = changed(cast, at, record, by, fields)
    events.push(update(at, record))
  }
  return events
}
