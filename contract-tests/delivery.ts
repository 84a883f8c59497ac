/** What the delivery tests share: a receiver on real sockets whose answers a test decides, a world whose clock stands, and messages. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { messageOf } from '../mocks/deliver/message.ts'
import type { EndpointOptions } from '../mocks/world/endpoints.ts'
import type { Message } from '../mocks/world/outbox.ts'
import type { World } from '../mocks/world/world.ts'
import { createWorlds, type Worlds, type WorldsOptions } from '../mocks/world/worlds.ts'
import { contractOf } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'

/** Where the clock of a standing world begins. */
export const START = 1_700_000_000_000

export const vendors: Record<string, Vendor> = { echat, yunduo, easyliao, sobot }

/** A request as it arrived. */
export interface Arrival {
  /** From 1. */
  count: number
  method: string
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  /** Every value of each. */
  headersDistinct: NodeJS.Dict<string[]>
  body: string
}

/** What a receiver does: it answers, ends the connection, says nothing, or whatever a function does. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: string }
  | 'reset'
  | 'silent'
  | ((response: ServerResponse) => void)

export interface Receiver {
  url: string
  port: number
  arrivals: Arrival[]
  /** The most requests that waited for their answer at the same time. */
  readonly peak: number
  /** Ends every connection. Done at the end of the test anyway. */
  end(): Promise<void>
}

export async function receiving(answer: (arrival: Arrival) => Reply | Promise<Reply>, port = 0): Promise<Receiver> {
  const arrivals: Arrival[] = []
  let [open, peak] = [0, 0]
  const server = createServer(async (request, response) => {
    const parts = await request.toArray().catch(() => undefined)
    // A message that was broken off has not arrived.
    if (!parts) return
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver')
    const { method = '', headers, headersDistinct } = request
    const [query, body] = [Object.fromEntries(searchParams), Buffer.concat(parts).toString()]
    const arrival = { count: arrivals.length + 1, method, path: pathname, query, headers, headersDistinct, body }
    arrivals.push(arrival)
    peak = Math.max(peak, ++open)
    const reply = await answer(arrival)
    open--
    if (typeof reply === 'function') reply(response)
    else if (reply === 'reset') response.socket?.resetAndDestroy()
    else if (reply !== 'silent') response.writeHead(reply.status ?? 200, reply.headers).end(reply.body)
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const own = (server.address() as AddressInfo).port
  const end = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(() => (server.listening ? end() : undefined))
  return {
    url: `http://127.0.0.1:${own}/hook`,
    port: own,
    arrivals,
    get peak() {
      return peak
    },
    end,
  }
}

/** What each vendor takes for received. */
export const THANKS: Record<string, Reply> = {
  echat: { body: 'success' },
  yunduo: { body: '{"code":200,"msg":"success"}' },
  easyliao: { status: 201 },
  sobot: { body: '{"code":0}' },
}

/** The address of a bare server that does that with each connection. */
export async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const it of sockets) it.destroy()
  })
  return (server.address() as AddressInfo).port
}

/** Worlds of this test; ended with it. */
export function worldsFor(options: Partial<WorldsOptions> = {}): Worlds {
  const worlds = createWorlds({ now: () => START, ...options })
  onTestFinished(worlds.end)
  return worlds
}

/** A world whose clock stands at START until it is moved. */
export const standing = (options: Partial<WorldsOptions> = {}, id = 'standing'): World =>
  worldsFor(options).create({ id, seed: `${options.seed ?? 'kefu'}/${id}`, still: START })

/** Registers an address without the vendor's check; answers its id. */
export const registered = async (world: World, vendor: Vendor, url: string, options: EndpointOptions = {}) =>
  (await world.outbox.endpoints.register(vendor, url, { ...options, check: false })).id

/** One message of a vendor: an example with fields set by path. */
export function messageFor(vendor: Vendor, id: string, set: Record<string, string> = {}): Message {
  const push = contractOf(vendor, 'push', id)
  if (!push) throw new Error(`${vendor.id} has no push ${id}`)
  return { vendor, push, message: messageOf(push, { set }) }
}

/** A transcript of that conversation with these words. */
export const spoken = (conversation: string, words: string): Message =>
  messageFor(echat, 'chatContent', { 'chatData.chatRecordId': conversation, 'chatData.chatContent': words })

/** The first push of each vendor, of a conversation of its own. */
export function pushOf(vendor: Vendor, conversation = 'c-1'): Message {
  if (vendor === echat) return spoken(conversation, 'hello')
  if (vendor === yunduo) return messageFor(yunduo, 'conversation', { cardId: conversation })
  if (vendor === easyliao) return messageFor(easyliao, 'lead', { chatId: conversation, visitorStaticId: conversation })
  return messageFor(sobot, 'customerAdded', { 'content[0].userid': conversation })
}
