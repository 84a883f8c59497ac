/** `kefu push`: one push to a receiver, or copies of it, and whether it was acknowledged. */
import { copyOf } from '../../mocks/deliver/copies.ts'
import { messageOf } from '../../mocks/deliver/message.ts'
import { contractNamed, countOf, vendorNamed } from './arguments.ts'
import { expectFields, openSender, type SenderOptions } from './sender.ts'

interface PushOptions extends SenderOptions {
  to: string
  example?: string
  set?: Record<string, string>
  count: string
}

/** Copies that are made at a time: what waits stays small however many there are. */
const GROUP = 200

export async function push(vendorId: string, pushId: string, options: PushOptions) {
  const vendor = vendorNamed(vendorId)
  const push = contractNamed(vendor, 'push', pushId)
  const count = countOf('--count', options.count)
  const message = messageOf(push, options)
  expectFields(options, [vendor.id])
  const { world, address, run } = await openSender(options)
  const endpoint = (await address(vendor, options.to)).id
  await run(async () => {
    for (let index = 0; index < count; index += GROUP) {
      const group = Array.from({ length: Math.min(GROUP, count - index) }, (_, at) => index + at)
      world.outbox.enqueue(
        ...group.map(it => ({ vendor, push, endpoint, message: copyOf(vendor, push.id, message, it) })),
      )
      await world.outbox.saving()
      await world.outbox.below(GROUP)
    }
  }, count)
}
