/** The receiver as a Fastify plugin. */
import type { FastifyPluginAsync } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import type { ReceiverOptions } from './options.ts'
import { LIMIT, receiver } from './receiver.ts'

/** `path` is the address that the vendor is told. */
export const receiverPlugin =
  <V extends Vendor, T>(
    vendor: V,
    { path, ...options }: ReceiverOptions<V, T> & { path: string },
  ): FastifyPluginAsync =>
  async app => {
    const receive = receiver(vendor, options)
    app.removeAllContentTypeParsers()
    // One byte more than is taken, so that it is the receiver that refuses.
    app.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: (options.limit ?? LIMIT) + 1 },
      (_request, body, done) => done(null, body),
    )
    app.route({
      method: ['GET', 'POST'],
      url: path,
      async handler({ url, headers, body }, reply) {
        const answer = await receive({ url, headers, body: (body as Buffer | undefined) ?? Buffer.alloc(0) })
        return reply.code(answer.status).type(answer.contentType).send(answer.body)
      },
    })
  }
