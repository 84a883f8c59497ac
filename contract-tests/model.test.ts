/** The mock of Sobot remembers what a simple model of its document remembers, whatever is done in whatever order. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { sobot } from '../schemas/index.ts'
import { DAY, type Model } from './model.ts'
import { customerSteps, saveCustomer } from './model-customer-steps.ts'
import { groupSteps, saveGroup } from './model-group-steps.ts'
import { labelSteps, saveLabel } from './model-label-steps.ts'
import { lookupSteps } from './model-lookup-steps.ts'
import { ownershipSteps, tokenSteps } from './model-ownership-steps.ts'
import { ended, type Real, Sequences, type Step, step } from './model-steps.ts'

const START = 1_700_000_000_000
const SEQUENCES = 500
const LENGTH = 30

const worlds = createWorlds({ now: () => START, journal: { entries: 100, bytes: 1 << 20 } })
const world = worlds.first
const app = mockServer([sobot], worlds)
afterAll(() => app.close())
const { appid = '', app_key = '', token = '' } = world.credentials(sobot)

const real: Real = {
  async send({ method = 'POST', path, query = {}, body }, token) {
    const sent = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][]
    const url = `/sobot${path}?${new URLSearchParams(sent)}`
    const answer = await app.inject({
      method,
      url,
      headers: { token },
      ...(body !== undefined && { payload: body as object }),
    })
    expect(answer.statusCode).toBe(200)
    return answer.json()
  },
  sign: seconds => ({
    appid,
    create_time: `${seconds}`,
    sign: createHash('md5').update(`${appid}${seconds}${app_key}`).digest('hex'),
  }),
  advance: milliseconds => void world.clock.advance(milliseconds),
}

interface Staff {
  id: string
  type: number
  manager_flag: number | null
  sub_list: Staff[] | null
}

const flat = (staff: Staff[]): Staff[] => staff.flatMap(it => [it, ...flat(it.sub_list ?? [])])

/** What only the console sets up is asked for. */
async function furniture() {
  const stages = await real.send({ method: 'GET', path: '/api/scrm/5/user_stage/query_list_by_type' }, token)
  const { items } = await real.send({ method: 'GET', path: '/api/scrm/5/user/user_list' }, token)
  const staff = flat(items as unknown as Staff[])
  const agents = staff.filter(it => it.type === 2)
  return {
    stages: (stages.items ?? []).map(it => it.id as string),
    staff: [...agents.slice(0, 4), ...staff.filter(it => it.type === 1).slice(0, 1)].map(it => it.id),
    agents: new Set(agents.map(it => it.id)),
    administrator: agents.find(it => it.manager_flag === 1)?.id ?? '',
  }
}

/** Every sequence starts with something to work on, made by the same steps. */
async function prepared(): Promise<Model> {
  const made = { now: START, tokens: new Map([[token, START + DAY]]), token, gone: [], ...(await furniture()) }
  const model: Model = { ...made, groups: new Map(), labels: new Map(), customers: new Map() }
  const groups = [0, 1].map(multiple =>
    step('save a group', { name: `组${multiple}`, multiple: multiple as 0 | 1 }, saveGroup),
  )
  const labels = [0, 0, 1, 1].map((which, at) => step('save a label', { which, name: `标签${at}` }, saveLabel))
  const customers = [1, 2, 3, 4].map(status =>
    step(
      'save a customer',
      { nick: `客户${status}`, tel: status === 1, status, owner: status === 3 ? 0 : undefined },
      saveCustomer,
    ),
  )
  for (const it of [...groups, ...labels, ...customers]) await it.run(model, real)
  return model
}
const model = await prepared()
const beginning = structuredClone(world.snapshot())
ended.clear()

/** Groups and labels are saved more often than removed, and tokens fetched more often than they expire. */
const often = [groupSteps, labelSteps, tokenSteps].flatMap(it => it.slice(0, 1))
const aboutCustomers = [...customerSteps, ...ownershipSteps, ...lookupSteps]
const steps = [
  ...groupSteps,
  ...labelSteps,
  ...aboutCustomers,
  ...aboutCustomers,
  ...tokenSteps,
  ...often,
] as fc.Arbitrary<Step>[]

test(`${SEQUENCES} sequences of ${LENGTH} steps: the mock and the model agree`, async () => {
  const property = fc.asyncProperty(new Sequences(steps, LENGTH), async sequence => {
    await fc.asyncModelRun(() => {
      world.load(beginning)
      return { model: structuredClone(model), real }
    }, sequence)
  })
  await fc.assert(property, { seed: 20_261_122, numRuns: SEQUENCES })
  expect([...ended.values()].reduce((sum, it) => sum + it, 0)).toBe(SEQUENCES * LENGTH)
  const kinds = new Set([...ended.keys()].map(it => it.split(':')[0]))
  const rare = [...kinds].filter(it => (ended.get(`${it}: 000000`) ?? 0) + (ended.get(`${it}: done`) ?? 0) < 20)
  expect(rare, JSON.stringify([...ended])).toEqual([])
})
