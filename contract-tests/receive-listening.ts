/** Receivers of every vendor on which a harmful body is tried. */
import type { Vendor } from '../schemas/define.ts'
import { easyliao, sobot, yunduo } from '../schemas/index.ts'
import { type ReceiverOptions, receiver } from '../src/receive.ts'
import { encrypt } from '../src/wire/envelope.ts'
import { company, forgetful, now, pushed, secure, told } from './receive-requests.ts'

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
export const bytes = (text: string) => Buffer.from(text)
export const envelope = (text: string) => `<xml><Encrypt>${encrypt(text, secure, Buffer.alloc(16, 3))}</Encrypt></xml>`

/** Where a body is tried: a receiver that is as strict as it can be, and the request that it comes in. */
export const listening = (
  vendor: Vendor,
  id: string,
  secret: object,
  options: Partial<ReceiverOptions<Vendor>> = {},
) => {
  const handled: unknown[] = []
  const receive = receiver(vendor, {
    secret: secret as never,
    now,
    inbox: forgetful,
    deviations: { events: 'refuse', violations: 'refuse', fields: 'refuse' },
    on: { [id]: (message: unknown) => void handled.push(message) } as never,
    ...options,
  })
  return {
    handled,
    tell: async (body: Uint8Array, headers = {}) => {
      const request = pushed(vendor, id, { secret })
      return told(await receive({ ...request, body, headers: { ...request.headers, ...headers } }))
    },
  }
}

/** Of each vendor that sends JSON: a push, and its secret. */
export const json = [
  ['yunduo', yunduo, 'conversation', {}],
  ['easyliao', easyliao, 'lead', {}],
  ['sobot', sobot, 'customerAdded', company],
] as const
