/** `kefu push`: one push to a receiver, and whether it was acknowledged. */
import { deliver } from '../../mocks/deliver/deliver.ts'
import { messageOf } from '../../mocks/deliver/message.ts'
import { createWorld } from '../../mocks/world/world.ts'
import { addressOf, contractNamed, credentialsOf, headersOf, type SecretOptions, vendorNamed } from './arguments.ts'
import { REFUSED } from './exit.ts'

interface PushOptions extends SecretOptions {
  to: string
  example?: string
  set?: Record<string, string>
  header?: Record<string, string>
}

export async function push(vendorId: string, pushId: string, options: PushOptions) {
  const vendor = vendorNamed(vendorId)
  const contract = contractNamed(vendor, 'push', pushId)
  const to = addressOf(options.to)
  const message = messageOf(contract, options)
  const { moment } = createWorld({ seed: `${options.seed}/${Date.now()}`, now: Date.now })
  const delivery = { vendor, push: contract, message, secret: await credentialsOf(vendor, options), moment: moment() }
  const { acknowledged, status, reason } = await deliver(delivery, to, { headers: headersOf(options.header) })
  process.stdout.write(
    `${vendor.id} ${pushId}: ${acknowledged ? 'acknowledged' : 'not acknowledged'}, status ${status}.${reason ? ` ${reason}` : ''}\n`,
  )
  if (!acknowledged) process.exitCode = REFUSED
}
