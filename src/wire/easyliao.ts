/** EasyLiao: plain JSON. Nothing is signed, so nothing can be verified. */
import { easyliao as vendor } from '../../schemas/index.ts'
import { plainJson } from './plain-json.ts'
import type { Wire } from './wire.ts'

export const easyliao: Wire<object> = { push: plainJson(vendor) }
