/** Sends pushes to a receiver in another process: through the outbox of a world, or the same bytes through a bare client. Takes an order, answers the seconds. */

import { Agent as HttpAgent } from 'node:http'
import axios from 'axios'
import { Pool } from 'undici'
import { type Prepared, prepare } from '../../mocks/deliver/prepare.ts'
import { createWorlds } from '../../mocks/world/worlds.ts'
import { contractOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { echat, yunduo } from '../../schemas/index.ts'
import { wireOf } from '../../src/wire/index.ts'

export interface Order {
  port: number
  what: 'yunduo' | 'echat'
  by: 'outbox' | 'pool' | 'axios'
  pushes: number
}

const CONNECTIONS = 64
/** Pushes that wait at the same time. */
const WAITING = 512

const cases: Record<Order['what'], { vendor: Vendor; push: string; id: string }> = {
  yunduo: { vendor: yunduo, push: 'conversation', id: '20240628kfu10416' },
  echat: { vendor: echat, push: 'chatContent', id: '1_5987809' },
}

function messageOf({ vendor, push }: (typeof cases)['echat']) {
  const contract = contractOf(vendor, 'push', push)
  if (!contract) throw new Error(`${vendor.id} has no ${push}`)
  return { contract, message: contract.contract.examples.documented }
}

const worlds = createWorlds({ now: Date.now, most: CONNECTIONS })
const world = worlds.first
worlds.run()

async function throughOutbox({ port, what, pushes }: Order) {
  const { vendor, push, id } = cases[what]
  const { contract, message } = messageOf(cases[what])
  const { outbox } = world
  const url = `http://127.0.0.1:${port}/${what}`
  const endpoint = await outbox.endpoints.register(vendor, url, { limit: CONNECTIONS, check: false })
  const choose = (name: string) => world.switches.choice(vendor, name)
  const { content } = prepare(vendor, contract, message, { choose, store: world.store }) as Prepared
  const parts = Buffer.from(content.text)
    .toString()
    .split(id)
    .map(it => Buffer.from(it))
  if (parts.length < 2) throw new Error(`no ${id} in the message`)
  const since = performance.now()
  for (let at = 0; at < pushes; at++) {
    const own = `${id}${at}`
    const text = joined(parts, Buffer.from(own))
    outbox.send(vendor, push, { content: { ...content, text }, conversations: [own] }, endpoint)
    if (outbox.size >= WAITING) await outbox.below(WAITING / 2)
  }
  await outbox.drained()
  const seconds = (performance.now() - since) / 1000
  if (outbox.deadLetters().length) throw new Error(outbox.deadLetters()[0]?.reason)
  return seconds
}

/** The same message of another conversation: only its id is written anew. */
const joined = (parts: readonly Buffer[], id: Buffer) =>
  Buffer.concat(parts.flatMap((part, at) => (at ? [id, part] : [part])))

function sealedOf(what: Order['what']) {
  const { vendor, push } = cases[what]
  const { message, contract } = messageOf(cases[what])
  const query = Object.fromEntries(
    Object.entries(contract.contract.match).map(([path, value]) => [path.slice('query.'.length), String(value)]),
  )
  const http = wireOf(vendor).push?.seal(
    { query: vendor === echat ? query : {}, body: message },
    world.credentials(vendor),
    world.moment(),
  )
  if (!http) throw new Error(`${push} cannot be sealed`)
  return { path: `/${what}?${new URLSearchParams(http.query)}`, headers: http.headers, body: Buffer.from(http.body) }
}

/** So many at a time, each in a loop of its own. */
async function inTurn(pushes: number, send: () => Promise<void>) {
  let left = pushes
  const since = performance.now()
  const loop = async () => {
    while (left-- > 0) await send()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, loop))
  return (performance.now() - since) / 1000
}

function throughPool({ port, what, pushes }: Order) {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS, pipelining: 1 })
  const { path, headers, body } = sealedOf(what)
  return inTurn(pushes, async () => {
    const answer = await pool.request({ method: 'POST', path, headers, body })
    await answer.body.text()
  }).finally(() => pool.close())
}

function throughAxios({ port, what, pushes }: Order) {
  const client = axios.create({ httpAgent: new HttpAgent({ keepAlive: true, maxSockets: CONNECTIONS }) })
  const { path, headers, body } = sealedOf(what)
  const url = `http://127.0.0.1:${port}${path}`
  return inTurn(pushes, async () => void (await client.post(url, body, { headers })))
}

const ways = { outbox: throughOutbox, pool: throughPool, axios: throughAxios }

process.on('message', (order: Order) => {
  ways[order.by](order).then(
    seconds => process.send?.({ seconds }),
    error => process.send?.({ error: String(error?.stack ?? error) }),
  )
})
process.send?.('ready')
