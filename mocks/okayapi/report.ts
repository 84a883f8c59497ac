/** The report of a stage: the figures of the world, posted to the address that the request names. */
import { okayapi as vendor } from '../../schemas/index.ts'
import { localTime } from '../times.ts'
import type { World } from '../world/world.ts'
import type { Work } from './behaviour.ts'
import { messagesOf } from './messages.ts'
import { plansOf } from './plans.ts'
import { rowsOf } from './rows/rows.ts'

export const report = {
  AJdyyReportData({ body: { input_type = '', webhook } }, world) {
    const posted = world.switches.choice(vendor, 'webhookAnswer') === 'posted'
    if (posted && webhook) world.outbox.post(vendor, webhook, figures(input_type, world))
    return {}
  },
} satisfies Work

/** The names are ours: the document has none. */
const figures = (input_type: string, world: World) => ({
  input_type,
  report_time: localTime(world.clock.now()),
  plan_count: plansOf(world).size,
  user_count: new Set([...plansOf(world).values()].map(it => it.user_id)).size,
  message_count: messagesOf(world).size,
  content_case_count: rowsOf(world, 'contentCases').length,
  proposal_count: rowsOf(world, 'proposals').length,
  replacement_count: rowsOf(world, 'replacements').length,
  sale_count: rowsOf(world, 'sales').length,
})
