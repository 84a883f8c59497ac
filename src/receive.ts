/** Receives a vendor's pushes: open, recognise, check, hand to a typed handler, acknowledge. */
import type { Static } from '@sinclair/typebox'
import type { FastifyPluginAsync } from 'fastify'
import type { Credentials, Push, Pushes, Vendor } from '../schemas/define.ts'
import { inWords, violations } from './wire/check.ts'
import { KefuError } from './wire/errors.ts'
import { wireOf } from './wire/index.ts'
import { recogniser } from './wire/recognise.ts'
import { flat } from './wire/send.ts'
import type { Http } from './wire/wire.ts'

/** A handler for each push that you want; one that throws is not acknowledged, so that the vendor sends again. */
export type Handlers<V extends Vendor> = {
  [N in keyof Pushes<V>]?: Pushes<V>[N] extends Push<infer M> ? (message: Static<M>, http: Http) => unknown : never
}

export interface ReceiverOptions<V extends Vendor> {
  secret: Credentials<V>
  on: Handlers<V>
  /** Told of every push that was not acknowledged, and why. The message of the error holds no secret. */
  onRefused?: (error: KefuError, http: Http) => void
}

/** What to answer on the wire. */
export interface Received {
  status: number
  contentType: string
  body: string
}

/** The receiver as a function of one raw request. It never throws: a failure is an answer that is no acknowledgement. */
export function receiver<V extends Vendor>(vendor: V, { secret, on, onRefused }: ReceiverOptions<V>) {
  const { push, challenge } = wireOf(vendor)
  if (!push || !vendor.push) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
  const { answer } = vendor.push.acknowledgement
  const recognise = recogniser(vendor)
  const handlers = on as Record<string, ((message: unknown, http: Http) => unknown) | undefined>

  async function receive(http: Http) {
    const echo = challenge?.(http, secret)
    if (echo !== undefined) return { status: 200, contentType: 'text/plain; charset=utf-8', body: echo }
    const plain = push?.open(http, secret) ?? { query: {}, body: undefined }
    const known = recognise(plain)
    if (!known) throw new KefuError('contract-unknown', { detail: `No push of ${vendor.id} looks like this.` })
    const found = violations(known.contract.message, plain.body)
    if (found.length) throw new KefuError('contract-violated', { detail: `${known.id}: ${inWords(found)}.` })
    await handlers[known.id]?.(plain.body, http)
    return { status: 200, contentType: answer.contentType, body: answer.body }
  }

  return async (http: Http): Promise<Received> => {
    try {
      return await receive(http)
    } catch (error) {
      const refusal = error instanceof KefuError ? error : new KefuError('handler-failed', { cause: error })
      onRefused?.(refusal, http)
      return {
        status: refusal === error ? refusal.status : 500,
        contentType: 'text/plain; charset=utf-8',
        body: `${refusal.code}: ${refusal.message}`,
      }
    }
  }
}

/** The receiver as a Fastify plugin; `path` is the address that the vendor is told. */
export const receiverPlugin =
  <V extends Vendor>(vendor: V, { path, ...options }: ReceiverOptions<V> & { path: string }): FastifyPluginAsync =>
  async app => {
    const receive = receiver(vendor, options)
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    app.route({
      method: ['GET', 'POST'],
      url: path,
      async handler(request, reply) {
        const query = flat(request.query as Record<string, string>)
        const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0)
        const { status, contentType, body: text } = await receive({ query, headers: flat(request.headers), body })
        return reply.code(status).type(contentType).send(text)
      },
    })
  }
