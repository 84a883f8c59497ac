/** 客户从新增到成单. */
import type { Scenario } from '../define.ts'
import { owned, person, stage, won } from '../sobot-customer.ts'
import { trail } from '../sobot-trail.ts'

const MINUTE = 60_000

export const customerWon: Scenario = {
  id: 'customer-won',
  title: '新增客户，分配跟进，直至成单',
  summary: 'Sobot: a customer is added, waits for an owner, is followed up through the stages and won.',
  vendors: ['sobot'],
  story(cast) {
    const { ids, first, second, department, pauses } = cast
    const taken = pauses.queue + 15 * MINUTE
    return trail(
      cast,
      ids.customer,
      [0, first, person(cast)],
      [
        [pauses.queue, first, { crm_status: '2' }],
        [taken, first, owned(second, department.name)],
        [taken + 5 * MINUTE, second, stage(0)],
        [taken + 45 * MINUTE, second, stage(2)],
        [taken + 180 * MINUTE, second, stage(3)],
        [taken + 240 * MINUTE + pauses.filing, second, won],
      ],
    )
  },
}
