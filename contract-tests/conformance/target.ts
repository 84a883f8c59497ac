/** What is judged: an address, or a handler in this process, which is put behind a real server. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The address of a handler that runs somewhere; or a listener of node:http (an Express app is one); or a function of a web Request. */
export type Target = string | { node: RequestListener } | { web: (request: Request) => Response | Promise<Response> }

export interface Opened {
  url: string
  close(): Promise<void>
}

export async function opened(target: Target): Promise<Opened> {
  if (typeof target === 'string') return { url: target, close: async () => undefined }
  const server = createServer('node' in target ? target.node : answering(target.web))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function answering(handle: (request: Request) => Response | Promise<Response>): RequestListener {
  return async (request, response) => {
    const chunks = await request.toArray().catch(() => undefined)
    if (!chunks) return
    try {
      await answer(await handle(requestOf(request, Buffer.concat(chunks))), response)
    } catch {
      // What a server around such a function does; the sender is not told why.
      response.writeHead(500).end()
    }
  }
}

function requestOf({ method = 'GET', url, headers, socket }: IncomingMessage, body: Buffer<ArrayBuffer>): Request {
  const own = new Headers()
  for (const [name, value] of Object.entries(headers)) own.set(name, String(value))
  const address = `http://127.0.0.1:${socket.localPort}${url}`
  return new Request(address, { method, headers: own, ...(method !== 'GET' && method !== 'HEAD' && { body }) })
}

async function answer(made: Response, response: ServerResponse) {
  const body = Buffer.from(await made.arrayBuffer())
  response.writeHead(made.status, Object.fromEntries(made.headers)).end(body)
}
