/** The walks through both documents meet no surprise, over a socket; Sobot's neither with Prism in between. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { walkOkayapi } from '../scripts/walk/okayapi.ts'
import { styles } from '../scripts/walk/okayapi-styles.ts'
import { walkSobot } from '../scripts/walk/sobot.ts'
import type { Step } from '../scripts/walk/steps.ts'
import { type Running, running } from './processes.ts'

const START = 1_700_000_000_000

/** Every operation is called, one after the other as the document has them; others may come in between. */
function expectTheDocument(vendor: Vendor, steps: Step[]) {
  const operations = contracts(vendor, 'operation')
  const left = operations.map(it => it.id)
  for (const { operation } of steps) if (operation === left[0]) left.shift()
  expect(left).toEqual([])
  const sections = new Map(operations.map(it => [it.id, it.contract.doc]))
  for (const { operation, section } of steps) expect([sections.get(operation), '3.9']).toContain(section)
}

const codesIn = (steps: Step[]) => new Set(steps.map(it => it.code))

/** A server of its own, on a port of its own. */
async function listening(vendors: Vendor[]) {
  const worlds = createWorlds({ now: () => START })
  const app: FastifyInstance = mockServer(vendors, worlds)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, worlds, origin, control: `${origin}/_kefu` }
}
type Listening = Awaited<ReturnType<typeof listening>>

const keysOf = ({ worlds }: Listening, world: string) => {
  const { appid = '', app_key = '' } = worlds.named(world)?.credentials(sobot) ?? {}
  return { world, appid, app_key }
}

describe('over a socket', () => {
  let server: Listening
  beforeAll(async () => {
    server = await listening([sobot, okayapi])
    server.worlds.create({ id: 'walked', still: START })
  })
  afterAll(() => server.app.close())

  test('Sobot, from the token to its end a day later', async () => {
    const { origin, control } = server
    const options = { baseUrl: `${origin}/sobot`, control, ...keysOf(server, 'walked') }
    const steps = await walkSobot(options)
    expectTheDocument(sobot, steps)
    const earned = codesIn(steps)
    const never = sobot.errors.map(it => it.code).filter(it => !earned.has(it))
    expect(never).toEqual(['700046'])
    // Nothing of the first time is in the way of a second.
    expect(codesIn(await walkSobot(options))).toEqual(earned)
  })

  test('OkayAPI, each operation in each way of calling', async () => {
    const { app_key = '', app_secrect = '' } = server.worlds.named('walked')?.credentials(okayapi) ?? {}
    const { origin, control } = server
    const options = { baseUrl: `${origin}/okayapi`, control, world: 'walked', app_key, app_secrect }
    const steps = await walkOkayapi(options)
    expectTheDocument(okayapi, steps)
    expect(codesIn(steps)).toEqual(new Set([200, 400, 401, 404, 406]))
    expect(steps.length).toBeGreaterThan(contracts(okayapi, 'operation').length * styles.length)
    expect(await walkOkayapi(options)).toHaveLength(steps.length)
  })
})

describe('with Prism in between', () => {
  let server: Listening
  let prism: Running
  beforeAll(async () => {
    server = await listening([sobot])
    const args = ['proxy', 'openapi/sobot.yaml', server.origin, '--errors', '--port', '0', '--host', '127.0.0.1']
    prism = await running('node_modules/.bin/prism', args, /listening on (http:\S+)/)
  })
  afterAll(() => Promise.all([prism?.end(), server?.app.close()]))

  test('Sobot, without what is to be refused: Prism finds nothing in any call or answer', async () => {
    const baseUrl = prism.answered[1] as string
    const steps = await walkSobot({ baseUrl, control: server.control, soundOnly: true, ...keysOf(server, 'default') })
    expectTheDocument(sobot, steps)
  })
})
