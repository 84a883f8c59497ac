/** What a table of assumptions tells: one question to a tenant that each choice answers differently. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Tenant } from './tenant.ts'

export interface Assumed {
  assumption: string
  /** Another one than the default. */
  choice: string
  /** Asked of a fresh tenant under the default, and of another under the choice. */
  ask(tenant: Tenant): Promise<unknown>
  answers: [byDefault: unknown, chosen: unknown]
}

/** A message that the mock sent. */
export interface Arrived {
  headers: IncomingHttpHeaders
  body: { content?: Record<string, unknown>[] }
}

/** How the small server answers; `after` milliseconds. */
interface Answering {
  status?: number
  body?: string
  after?: number
}

/** What arrives at a small server while that happens and during the second after; `url` is the server's. */
export async function arrivals(
  { door }: Tenant,
  happens: (url: string) => Promise<unknown>,
  { status = 200, body = '{"code":0}', after = 0 }: Answering = {},
): Promise<Arrived[]> {
  const arrived: Arrived[] = []
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray()
    arrived.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
    await sleep(after)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    await happens(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await door('POST', '/clock', { advance: '1s' })
    return arrived
  } finally {
    server.close()
  }
}
