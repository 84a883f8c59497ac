/** The stories that can be told. */
import type { Scenario } from './define.ts'
import { browseOnly } from './stories/browse-only.ts'
import { cardAndEnd } from './stories/card-and-end.ts'
import { cardMessage } from './stories/card-message.ts'
import { customerWon } from './stories/customer-won.ts'
import { customersMerged } from './stories/customers-merged.ts'
import { lead } from './stories/lead.ts'
import { messageAfterHours } from './stories/message-after-hours.ts'
import { queueAndTransfer } from './stories/queue-and-transfer.ts'
import { robotToMessage } from './stories/robot-to-message.ts'
import { robotToPerson } from './stories/robot-to-person.ts'
import { visitorToCustomer } from './stories/visitor-to-customer.ts'

/** By vendor, the one that crosses them first. */
export const scenarios: readonly Scenario[] = [
  visitorToCustomer,
  browseOnly,
  robotToPerson,
  queueAndTransfer,
  messageAfterHours,
  robotToMessage,
  cardAndEnd,
  cardMessage,
  lead,
  customerWon,
  customersMerged,
]
