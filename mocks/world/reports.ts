/** Reports that a request asked for: posted once to the address that it named, when that address is allowed, and recorded either way. */
import type { Vendor } from '../../schemas/define.ts'
import type { KefuError } from '../../src/wire/errors.ts'
import { allowed } from '../deliver/address.ts'
import { outgoing, targetOf } from '../deliver/request.ts'
import type { Transport } from '../deliver/transport.ts'
import type { Attempts } from './attempts.ts'
import type { Clock } from './clock.ts'

export interface Reports {
  post(vendor: Vendor, address: string, value: unknown): void
  /** Those that are under way. */
  underWay(): Iterable<Promise<void>>
}

/** Milliseconds. */
const TIMEOUT = 5_000

export function createReports(clock: Clock, transport: Transport, attempts: Attempts): Reports {
  const posts = new Set<Promise<void>>()
  return {
    underWay: () => posts,
    post(vendor, address, value) {
      const http = { query: {}, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
      const told = { number: 0, attempt: 1, at: clock.now(), vendor: vendor.id, to: address, http }
      try {
        const target = targetOf({ url: allowed(address, transport.hosts).href })
        const posted = new Promise<void>(resolve =>
          transport.send(outgoing(target, http, TIMEOUT), ({ status, trouble, milliseconds }) => {
            const acknowledged = !trouble && status < 300
            attempts.add({
              ...told,
              outcome: { acknowledged, status, ...(trouble && { reason: trouble }) },
              milliseconds,
            })
            resolve()
          }),
        )
        posts.add(posted)
        posted.then(() => posts.delete(posted))
      } catch (error) {
        const reason = (error as KefuError).message
        attempts.add({ ...told, outcome: { acknowledged: false, status: 0, reason }, milliseconds: 0 })
      }
    },
  }
}
