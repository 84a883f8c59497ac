/** The wire of each vendor, by its id. */
import type { Vendor } from '../../schemas/define.ts'
import { easyliao } from './easyliao.ts'
import { echat } from './echat.ts'
import { okayapi } from './okayapi.ts'
import { sobot } from './sobot.ts'
import type { Wire } from './wire.ts'
import { yunduo } from './yunduo.ts'

const wires: Record<string, Wire<never>> = { easyliao, echat, okayapi, sobot, yunduo }

/** Its secret is the vendor's `credentials`; the types of the two meet where a vendor is named. */
export const wireOf = (vendor: Vendor) => wires[vendor.id] as Wire<unknown>
