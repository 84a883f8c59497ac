/** `/_kefu/pushes`: look at a push as it would be sent, and have it sent. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { deliver, sealed } from '../deliver/deliver.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { named } from './named.ts'

interface Named {
  Params: { vendor: string; push: string }
  Body: unknown
}

const PushRequest = T.Object({
  to: T.String(),
  example: T.Optional(T.String()),
  set: T.Optional(T.Record(T.String(), T.String())),
})

export function pushes(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds) {
  const senders = vendors.filter(it => it.push)
  app.get('/pushes', () => Object.fromEntries(senders.map(it => [it.id, contracts(it, 'push').map(push => push.id)])))

  app.get<Named>('/pushes/:vendor/:push', async ({ params }) => {
    const { query, headers, body } = sealed(await prepare(params, {}))
    return { query, headers, body: Buffer.from(body).toString() }
  })

  app.post<Named>('/pushes/:vendor/:push', async ({ params, body }) => {
    const { to, ...options } = await judged(PushRequest, body)
    return deliver(await prepare(params, options), to, { transport: worlds.transport })
  })

  async function prepare(
    { vendor: vendorId, push: pushId }: Named['Params'],
    options: { example?: string; set?: Record<string, string> },
  ) {
    const { messageOf } = await import('../deliver/message.ts')
    const vendor = named(senders, vendorId, 'sends pushes')
    const push = named(contracts(vendor, 'push'), pushId, `is a push of ${vendor.id}`)
    return {
      vendor,
      push,
      message: messageOf(push, options),
      secret: worlds.first.credentials(vendor),
      moment: worlds.first.moment(),
    }
  }
}
