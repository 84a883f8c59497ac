/** Sends one push as the vendor would, once: for a look at one message. What is to arrive goes through the outbox of a world. */
import type { Contract } from '../../schemas/contracts.ts'
import type { Credentials, Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { matchQuery } from '../../src/wire/recognise.ts'
import type { Http, Moment } from '../../src/wire/wire.ts'
import { refusal } from './acknowledgement.ts'
import { allowed } from './address.ts'
import { outgoing, targetOf } from './request.ts'
import { createTransport, type Incoming, type Transport } from './transport.ts'

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

export interface DeliverOptions {
  /** Milliseconds. */
  timeout?: number
  headers?: Record<string, string>
  transport?: Transport
}

/** Throws unreachable when no answer begins in time, and address-refused. */
export async function deliver(delivery: Delivery, to: string, options: DeliverOptions = {}): Promise<Outcome> {
  const { timeout = 5_000, headers = {}, transport = createTransport() } = options
  const { href } = allowed(to, transport.hosts)
  const request = outgoing(targetOf({ url: href, headers }), sealed(delivery), timeout)
  const incoming = await new Promise<Incoming>(done => transport.send(request, done))
  if (!options.transport) transport.close()
  const { status, trouble } = incoming
  if (trouble && !status) throw new KefuError('unreachable', { detail: trouble })
  const { acknowledgement } = delivery.vendor.push ?? {}
  const reason = trouble ?? (acknowledgement && refusal(acknowledgement.accepts, incoming))
  return { acknowledged: !reason, status, ...(reason && { reason }) }
}
