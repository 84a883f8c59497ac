/** The receiver in every server that it is made for; each listens on a port of its own and serves one path. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import Fastify from 'fastify'
import { Hono } from 'hono'
import type { Vendor } from '../schemas/define.ts'
import { nodeReceiver, type ReceiverOptions, receiverPlugin, webReceiver } from '../src/receive.ts'

export interface Serving {
  /** Where the receiver is. */
  url: string
  port: number
  close(): Promise<void>
}

type Options = ReceiverOptions<Vendor, unknown>

async function serving(listener: RequestListener): Promise<Serving> {
  const server: Server = createServer(listener)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hooks/of-mine`,
    port,
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

/** Something else on the same server, which the receiver must not disturb. */
const ALIVE = 'alive'

export const servers: Record<string, (vendor: Vendor, options: Options) => Promise<Serving>> = {
  async Fastify(vendor, options) {
    const app = Fastify()
    await app.register(receiverPlugin(vendor, { path: '/hooks/of-mine', ...options }))
    app.get('/alive', async () => ALIVE)
    const origin = await app.listen({ port: 0, host: '127.0.0.1' })
    return { url: `${origin}/hooks/of-mine`, port: Number(new URL(origin).port), close: () => app.close() }
  },
  Hono(vendor, options) {
    const receive = webReceiver(vendor, options)
    const app = new Hono()
    app.all('/hooks/of-mine', context => receive(context.req.raw))
    app.get('/alive', context => context.text(ALIVE))
    return serving(getRequestListener(app.fetch))
  },
  Express(vendor, options) {
    const app = express()
    app.all('/hooks/of-mine', nodeReceiver(vendor, options))
    app.get('/alive', (_request, response) => void response.send(ALIVE))
    return serving(app)
  },
  'Express below a router': (vendor, options) => {
    const app = express()
    const router = express.Router()
    router.all('/of-mine', nodeReceiver(vendor, options))
    app.use('/hooks', router)
    app.get('/alive', (_request, response) => void response.send(ALIVE))
    return serving(app)
  },
  'Express behind express.raw'(vendor, options) {
    const app = express()
    app.use(express.raw({ type: () => true, limit: '2mb' }))
    app.all('/hooks/of-mine', nodeReceiver(vendor, options))
    app.get('/alive', (_request, response) => void response.send(ALIVE))
    return serving(app)
  },
  'node:http'(vendor, options) {
    const receive = nodeReceiver(vendor, options)
    return serving((request, response) =>
      request.url === '/alive' ? void response.end(ALIVE) : void receive(request, response),
    )
  },
}

/** A mistake: what the receiver needs is gone when it comes. */
export function expressBehindJson(vendor: Vendor, options: Options) {
  const app = express()
  app.use(express.json())
  app.use(express.text({ type: 'text/*' }))
  app.all('/hooks/of-mine', nodeReceiver(vendor, options))
  return serving(app)
}
