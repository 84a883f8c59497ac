/** 对话转线索. */
import { easyliao } from '../../../schemas/index.ts'
import { event, type Scenario } from '../define.ts'
import { leadOf } from '../easyliao-lead.ts'
import { over, spoken } from '../talk.ts'

export const lead: Scenario = {
  id: 'lead',
  title: '咨询后转为线索',
  summary: 'EasyLiao: a visitor talks to an agent, leaves a telephone number and is turned into a lead.',
  vendors: ['easyliao'],
  story(cast) {
    const { talk, first, visit, pauses } = cast
    const lines = spoken([...talk.first, ...talk.second, talk.contact, talk.goodbye], first.name, visit.read)
    // Made when the number was there, four lines before the end.
    const created = (lines.at(-4)?.at ?? 0) + 1000
    const allocated = over(lines) + pauses.handOver
    const edited = allocated + pauses.filing
    return [event(easyliao, 'lead', edited + 1000, leadOf(cast, { created, allocated, edited, lines }))]
  },
}
