/** What the vendors' sides share when they refuse. */
import type { ErrorCode, Vendor } from '../schemas/define.ts'
import type { KefuError } from '../src/wire/errors.ts'
import type { Refused } from './sides.ts'

/** The catalogue's own words for a code. */
export function messageOf(vendor: Vendor, code: ErrorCode): string {
  const entry = vendor.errors.find(it => it.code === code)
  if (!entry) throw new Error(`the catalogue of ${vendor.id} holds no code ${code}`)
  return entry.message
}

/** For a vendor that only pushes and has no envelope of its own: the kit's error as JSON. */
export const refuseAsKit = ({ status, code, message, cure }: KefuError): Refused => ({
  status,
  body: { code, message, cure },
})
