/** The commands on the pages of contracts: every one runs against a mock and a receiver. The programs there, `types.test.ts` compiles. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Operation, Vendor } from '../schemas/define.ts'
import { vendors } from '../scripts/site/sections.ts'
import { commandOfPush, curlOfCall, curlOfPush } from '../scripts/site/usage.ts'
import { documentedWorld } from './documented-world.ts'
import { main } from './kefu.ts'
import { finished } from './processes.ts'
import { type Hearing, hearing } from './receiver.ts'

type Call = Operation['examples'][string]

const worlds = createWorlds({ now: Date.now })
const app = mockServer(vendors, worlds)
const standing = documentedWorld(worlds.first)
let origin: string
let receiver: Hearing

beforeAll(async () => {
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
  receiver = await hearing()
  for (const vendor of vendors) receiver.answering(`/hooks/${vendor.id}`, () => acknowledging(vendor))
})
afterAll(async () => {
  await app.close()
  await receiver.end()
})

const acknowledging = ({ push }: Vendor) => ({ status: 200, body: push?.acknowledgement.answer.body ?? '' })

const here = (command: string) =>
  command.replaceAll('http://127.0.0.1:4010', origin).replaceAll('http://127.0.0.1:3000', receiver.url(''))

const environment = (vendor: Vendor) =>
  Object.fromEntries(
    Object.entries(worlds.first.credentials(vendor)).map(([name, value]) => [
      `KEFU_${vendor.id}_${name}`.toUpperCase(),
      value,
    ]),
  )

const calls = vendors.flatMap(vendor =>
  contracts(vendor, 'operation').flatMap(it =>
    Object.entries(it.contract.examples).map(([name, call]) => ({ vendor, it, id: it.id, name, call: call as Call })),
  ),
)
const pushes = vendors.flatMap(vendor => contracts(vendor, 'push').map(it => ({ vendor, it, id: it.id })))

test.each(calls)('the curl of $id ($name) is answered with success', async ({ vendor, it, call }) => {
  worlds.first.load(standing)
  const { code, stdout, stderr } = await finished('bash', ['-c', here(curlOfCall(vendor, it, call))], {
    env: environment(vendor),
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { ret_code, ret } = JSON.parse(stdout)
  expect(ret_code ?? ret, stdout).toBe(ret_code === undefined ? 200 : '000000')
})

test.each(pushes)('the curl of $id has the mock send it', async ({ vendor, it }) => {
  const { code, stdout } = await finished('bash', ['-c', here(curlOfPush(vendor, it))])
  expect(code).toBe(0)
  expect(JSON.parse(stdout), stdout).toMatchObject({ acknowledged: true })
})

test.each(pushes)('the command of $id sends it, in the variant that the page names', async ({ vendor, it }) => {
  const command = here(commandOfPush(vendor, it, Object.keys(it.contract.variants ?? {})[0] ?? 'documented'))
  const { code, stderr } = await finished('bash', ['-c', command.replace('npx kefu', `node ${main.join(' ')}`)])
  expect({ code, stderr }).toMatchObject({ code: 0 })
})
