/** The systems behind the handlers of these tests: a mock of Sobot, in which every handler saves the customers that it hears of. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request as call } from 'undici'
import type { TestWorld } from '../../mocks/testing/world.ts'

export interface Customer {
  nick: string
  uname: string
  tel: string
  remark?: string
}

/** Saves a customer; rejects when it could not be saved. */
export type Save = (customer: Customer) => Promise<void>

/** A client of Sobot as an integrator would write it in a hurry. */
export const savingIn =
  ({ baseUrl, credentials }: Pick<TestWorld, 'baseUrl' | 'credentials'>): Save =>
  async customer => {
    const { statusCode, body } = await call(`${baseUrl.sobot}/api/scrm/5/user/save`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', token: String(credentials.sobot.token) },
      body: JSON.stringify(customer),
    })
    const text = await body.text()
    const { ret_code } = statusCode === 200 ? (JSON.parse(text) as { ret_code: string }) : { ret_code: statusCode }
    if (ret_code !== '000000') throw new Error(`Sobot saved nothing: ${ret_code}`)
  }

/** The whole body of a request; rejects when the sender goes away. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await request.toArray())
}

export function answer(response: ServerResponse, status: number, body: string, type = 'text/plain') {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body)
}

/** What is wrong with the request, and not with us. */
export class Refused extends Error {}

export function unlessRefused<T>(attempt: () => T): T {
  try {
    return attempt()
  } catch (cause) {
    throw new Refused('unreadable', { cause })
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Without a byte order mark. */
export const textOf = (bytes: Uint8Array): string => unlessRefused(() => utf8.decode(bytes))

/** The same again waits for what becomes of the first, and is tried anew where that failed. */
export type Once = (id: string, act: () => Promise<void>) => Promise<void>

export function createOnce(): Once {
  const begun = new Map<string, Promise<void>>()
  return (id, act) => {
    const before = begun.get(id)
    if (before) return before
    const acted = act()
    begun.set(id, acted)
    acted.catch(() => begun.delete(id))
    return acted
  }
}

export interface Listening {
  url: string
  port: number
  close(): Promise<void>
}

/** Behind a port, for a handler that is reached by its address. */
export async function listening(listener: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(listener)
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  const own = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${own}/`,
    port: own,
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
