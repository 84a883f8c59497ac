/** Sends one push as the vendor would: one attempt, and the acknowledgement read by the vendor's rule. */
import type { Contract } from '../../schemas/contracts.ts'
import type { Credentials, Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { matchQuery } from '../../src/wire/recognise.ts'
import { send } from '../../src/wire/send.ts'
import type { Http, Moment } from '../../src/wire/wire.ts'
import { refusal } from './acknowledgement.ts'

export interface Delivery<V extends Vendor = Vendor> {
  vendor: V
  push: Contract<'push'>
  message: unknown
  secret: Credentials<V>
  moment: Moment
}

/** The request that the vendor would send. */
export function sealed({ vendor, push, message, secret, moment }: Delivery): Http {
  const { push: codec } = wireOf(vendor)
  if (!codec) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
  return codec.seal({ query: matchQuery(push.contract.match), body: message }, secret, moment)
}

export interface Outcome {
  acknowledged: boolean
  status: number
  /** Why it was not acknowledged. */
  reason?: string
}

/** Throws unreachable when the receiver does not answer in time. */
export async function deliver(
  delivery: Delivery,
  to: string,
  options: { timeout?: number; headers?: Record<string, string> } = {},
): Promise<Outcome> {
  return dispatch(delivery.vendor, sealed(delivery), to, options)
}

/** The same for a request that was sealed before. */
export async function dispatch(
  vendor: Vendor,
  http: Http,
  to: string,
  options: { timeout?: number; headers?: Record<string, string> } = {},
): Promise<Outcome> {
  const { headers = {}, ...limits } = options
  const answer = await send(
    { ...http, headers: { ...http.headers, ...headers } },
    { method: 'POST', url: to, limit: 64 << 10, ...limits },
  )
  const reason = refusal(vendor, answer)
  return { acknowledged: !reason, status: answer.status, ...(reason && { reason }) }
}
