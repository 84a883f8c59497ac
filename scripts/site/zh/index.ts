/** What the site says in Chinese, by id of the vendor. */
import { contracts } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import * as vendors from '../../../schemas/index.ts'
import { words as easyliao } from './easyliao/index.ts'
import { words as echat } from './echat/index.ts'
import { words as okayapi } from './okayapi/index.ts'
import { words as sobot } from './sobot/index.ts'
import type { ContractWords, OwnWords, VendorWords } from './words.ts'
import { words as yunduo } from './yunduo/index.ts'

const own: Record<string, OwnWords> = { easyliao, echat, okayapi, sobot, yunduo }

export const words: Record<string, VendorWords> = Object.fromEntries(
  Object.values(vendors).flatMap((vendor: Vendor) => {
    const said = own[vendor.id]
    return said ? [[vendor.id, { ...said, contracts: contractsOf(vendor) }]] : []
  }),
)

/** Those that have their Chinese. */
function contractsOf(vendor: Vendor): ContractWords {
  const all = [...contracts(vendor, 'operation'), ...contracts(vendor, 'push')]
  return Object.fromEntries(all.flatMap(({ id, contract: { zh } }) => (zh ? [[id, zh]] : [])))
}
