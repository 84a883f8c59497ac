/** A mock with something in it, that can be brought back to the same state before every request. */
import type { FastifyInstance } from 'fastify'
import { mockServer } from '../mocks/server.ts'
import type { World } from '../mocks/world/world.ts'
import { createWorlds, type Worlds } from '../mocks/world/worlds.ts'
import type { Operation, Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { type Known, knownIn } from './known-values.ts'
import type { Answer, Plain } from './witness.ts'

export interface Prepared {
  app: FastifyInstance
  worlds: Worlds
  world: World
  known: Known
  /** Back to how it was prepared. */
  begin(): void
  /** Everything that the world remembers, as one text. */
  contents(): string
  send(vendor: Vendor, contract: Operation, call: Plain): Promise<Answer>
}

export interface Preparation {
  strict?: boolean
  seed?: string
}

/** Equal seeds give equal ids and credentials. */
export async function preparedWorld({ strict = false, seed = 'prepared' }: Preparation = {}): Promise<Prepared> {
  const worlds = createWorlds({ now: () => 1_700_000_000_000, seed, strict, journal: { entries: 1, bytes: 1 << 20 } })
  const app = mockServer([sobot, okayapi], worlds)
  const world = worlds.first
  await furnish(app, world)
  const snapshot = structuredClone(world.snapshot())
  return {
    app,
    worlds,
    world,
    known: knownIn(world),
    begin: () => world.load(snapshot),
    contents: () => JSON.stringify(world.snapshot().contents),
    send: (vendor, contract, call) => app.inject(injection(vendor, contract, call)),
  }
}

export function injection({ id }: Vendor, { method, path }: Operation, { headers, query, params, body }: Plain) {
  const pairs = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(params[name] ?? ''))
  const sent = body === undefined ? undefined : JSON.stringify(body)
  return {
    method,
    url: `/${id}${at}${pairs.length ? `?${pairs.join('&')}` : ''}`,
    headers: { ...headers, ...(sent !== undefined && { 'content-type': 'application/json' }) },
    ...(sent !== undefined && { payload: sent }),
  }
}

/** Half a surrogate pair as the three bytes that it would be, which are no UTF-8. */
export function encoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return [...text]
      .map(it => (/^[\ud800-\udfff]$/.test(it) ? half(it.charCodeAt(0)) : encodeURIComponent(it)))
      .join('')
  }
}

const half = (unit: number) =>
  [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63)].map(it => `%${it.toString(16)}`).join('')

type Post = (path: string, body: unknown) => Promise<{ item?: string; items?: { id: string }[] }>

async function furnish(app: FastifyInstance, world: World) {
  const { token = '' } = world.credentials(sobot)
  const { app_key = '' } = world.credentials(okayapi)
  const send = async (method: 'GET' | 'POST', url: string, body?: unknown) => {
    const answer = await app.inject({
      method,
      url,
      headers: { token },
      ...(body !== undefined && { payload: body as object }),
    })
    const { ret_code = '000000', ret = 200 } = answer.json()
    if (ret_code !== '000000' || ret !== 200) throw new Error(`${url}: ${answer.body}`)
    return answer.json()
  }
  const post: Post = (path, body) => send('POST', `/sobot/api/scrm/5${path}`, body)
  const okay = (name: string, body: unknown) =>
    send('POST', `/okayapi/api/SVIP/Swxiryan0788_MyApi/${name}?app_key=${app_key}`, body)

  const { item: single } = await post('/label_group/save', { name: '客户等级' })
  const { item: several } = await post('/label_group/save', {
    name: '兴趣',
    color_value: '#345454',
    is_multiple_choice: 1,
  })
  await post('/label/save', { name: '重点', groupid: single, param_name: 'key' })
  await post('/label/save', { name: '阅读', groupid: several, param_name: 'reading' })
  await post('/label/save', { name: '音乐', groupid: several })
  const agent = knownIn(world).agents?.[0]
  const { item: waiting } = await post('/user/save', { nick: '林知远', tel: '16000000101', crm_status: 2 })
  await post('/user/save', { nick: '江望舒', crm_status: 3, liable_serviceid: agent })
  await post('/user/save', { uname: '沈若溪', crm_status: 4 })
  await post('/user/save', { tel: '16000000102' })
  await post(`/label/update_userlabel/${waiting}`, [{ id: knownIn(world).labels?.[0] }])
  await post('/user_stage/record_save', { userid: waiting, content: '已联系' })
  await okay('ASaveAndyVardDtas', { user_id: '1', user_name: '林知远' })
  await okay('ACpsReceiveSearch', { text: '{"content":"你好"}', senderNick: '林知远' })
}
