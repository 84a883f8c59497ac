/** Yunduo: plain JSON. Nothing is signed, so nothing can be verified. */
import { yunduo as vendor } from '../../schemas/index.ts'
import { plainJson } from './plain-json.ts'
import type { Wire } from './wire.ts'

export const yunduo: Wire<object> = { push: plainJson(vendor) }
