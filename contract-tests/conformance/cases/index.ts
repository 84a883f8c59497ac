/** The cases of each vendor, in the order in which they are tried. */
import type { Vendor } from '../../../schemas/define.ts'
import type { Case } from '../case.ts'
import { easyliao } from './easyliao.ts'
import { echat } from './echat.ts'
import { everyMessage } from './every.ts'
import { sobot } from './sobot.ts'
import { yunduo } from './yunduo.ts'

const own: Record<string, readonly Case[]> = { echat, yunduo, easyliao, sobot }

/** Empty for a vendor that sends no pushes. */
export const casesOf = (vendor: Vendor): Case[] =>
  vendor.push ? [...everyMessage(vendor), ...(own[vendor.id] ?? [])] : []
