/** What a world sends: events to the addresses that were registered with it, and reports to an address that a request named. */
import type { Vendor } from '../../schemas/define.ts'

export interface Outbox {
  /** Has the vendor tell every registered address of it, packed and timed as the vendor does. `entry` is one event of that push. */
  announce(vendor: Vendor, push: string, entry: unknown): void
  /** Posts JSON to an address that a request named, when that address is allowed; recorded either way. */
  post(vendor: Vendor, address: string, body: unknown): void
}

/** Sends nothing. */
export const silent: Outbox = { announce() {}, post() {} }
