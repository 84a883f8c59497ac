/** 合并重复客户. */
import type { Scenario } from '../define.ts'
import { merger, owned, person } from '../sobot-customer.ts'
import { trail } from '../sobot-trail.ts'

const MINUTE = 60_000

export const customersMerged: Scenario = {
  id: 'customers-merged',
  title: '同一客户录入两次，合并为一',
  summary: 'Sobot: one person is added twice, by the form and by a call; somebody notices and merges the two.',
  vendors: ['sobot'],
  story(cast) {
    const { ids, first, second, department, pauses } = cast
    const known = person(cast)
    const called = pauses.queue + 20 * MINUTE
    const merged = called + pauses.filing + 5 * MINUTE
    const nameless = { user_nick: known.user_nick, user_tels: known.user_tels, sex: known.sex, remark: '来电客户' }
    const kept = trail(
      cast,
      ids.customer,
      [0, first, known],
      [
        [pauses.queue, first, owned(first, department.name)],
        [merged + pauses.handOver, first, { remark: `${known.remark}；来电客户` }],
      ],
    )
    const gone = trail(cast, ids.duplicate, [called, second, nameless])
    return [...kept.slice(0, 2), ...gone, merger(cast, merged, ids.customer, ids.duplicate, first), ...kept.slice(2)]
  },
}
