/** A mock with a world of its own for each test, and a plain client that does as it is told, well or badly. */
import { createHash } from 'node:crypto'
import { mockServer } from '../mocks/server.ts'
import type { Choices } from '../mocks/world/switches.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import type { Vendor } from '../schemas/define.ts'
import { echat, okayapi, sobot } from '../schemas/index.ts'
import { auditWorld } from './conformance/audit/audit.ts'

export const CRM = '/api/scrm/5'

export interface Request {
  token?: string
  query?: Record<string, string | number>
  /** Sent as JSON by POST. */
  body?: unknown
}

type Answer = { status: number } & Record<string, unknown>

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

export type Auditing = Awaited<ReturnType<typeof auditing>>
export type Client = ReturnType<Auditing['client']>

export async function auditing() {
  const worlds = createWorlds({ now: Date.now })
  const app = mockServer([sobot, okayapi, echat], worlds)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })

  /** A client in a world that nobody else is in. */
  function client(choices: Choices = {}) {
    const world = worlds.create()
    world.switches.switch(choices)
    const reportOf = (vendor: Vendor) => auditWorld(vendor, world, { lead: world.clock.now() - Date.now() })
    const keys = world.credentials(sobot)
    const { app_key = '', app_secrect = '' } = world.credentials(okayapi)
    async function send(path: string, { token, query = {}, body }: Request) {
      const texts = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
      const headers = { 'content-type': 'application/json', ...(token !== undefined && { token }) }
      const posted = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const response = await fetch(`${origin}${path}?${new URLSearchParams(texts)}`, { headers, ...posted })
      return {
        status: response.status,
        ...((await response.json().catch(() => ({}))) as Record<string, unknown>),
      } as Answer
    }
    return {
      world,
      keys,
      sobot: (path: string, request: Request = {}) => send(`/sobot${path}`, { token: keys.token ?? '', ...request }),
      /** Signed, its parameters all in the query, or with a JSON body. */
      okayapi(name: string, own: Request['query'] = {}, body?: Record<string, string>) {
        const all = Object.entries({ app_key, ...own, ...body }).sort(([one], [other]) => (one < other ? -1 : 1))
        const sign = md5(all.map(([, value]) => String(value)).join('') + app_secrect).toUpperCase()
        return send(`/okayapi/api/SVIP/Swxiryan0788_MyApi/${name}`, { query: { app_key, ...own, sign }, body })
      },
      /** A token of Sobot, asked for with that time in seconds. */
      async login(seconds = Math.floor(Date.now() / 1000), more: Request['query'] = {}) {
        const { appid = '', app_key: key = '' } = keys
        const sign = md5(`${appid}${seconds}${key}`)
        const { item } = await send('/sobot/api/get_token', { query: { appid, create_time: seconds, sign, ...more } })
        return (item as { token: string }).token
      },
      /** Ids of the checks that failed, without the vendor. */
      failed: (vendor: Vendor = sobot) => failedIn(reportOf(vendor)),
      report: (vendor: Vendor = sobot) => reportOf(vendor),
    }
  }
  return { origin, worlds, client, close: () => app.close() }
}

export const failedIn = ({ results }: ReturnType<typeof auditWorld>) =>
  results.filter(it => it.outcome === 'failed').map(it => it.id.replace(/^\w+\.audit\./, ''))
