/** What is chosen where nobody has chosen: the default of each assumption. */
import type { Vendor } from '../../schemas/define.ts'
import type { Choose } from './wire.ts'

/** A name that the vendor does not have is a fault of ours. */
export const defaultsOf =
  (vendor: Vendor): Choose =>
  name => {
    const assumption = vendor.assumptions[name]
    if (!assumption) throw new Error(`${vendor.id} has no assumption ${name}`)
    return assumption.default
  }
