/** The READMEs keep their word: their programs are run as printed, only ports and keys filled in. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../mocks/deliver/deliver.ts'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contractOf } from '../schemas/contracts.ts'
import { echat, sobot } from '../schemas/index.ts'
import { documentedWorld } from './documented-world.ts'
import { kefu, mocking, NOBODY } from './kefu.ts'
import { finished, running } from './processes.ts'
import { hearing } from './receiver.ts'
import { type Workshop, workshop } from './site-workshop.ts'

const worlds = createWorlds({ now: Date.now })
const world = worlds.first
let place: Workshop
beforeAll(async () => {
  place = await workshop()
}, 60_000)
afterAll(() => place.remove())

/** The program under `<!-- tested: name -->`, with every `key: '…'` filled in, saved where it finds the kit as after an installation. */
function program(readme: string, name: string, fill: Record<string, string>) {
  const [, code = ''] =
    new RegExp(`<!-- tested: ${name} -->\n\`\`\`ts\n([\\s\\S]*?)\`\`\``).exec(readFileSync(readme, 'utf8')) ?? []
  expect(code, `${readme} has a program called ${name}`).toMatch(/import/)
  const filled = Object.entries(fill).reduce((text, [from, to]) => text.replaceAll(from, to), code)
  expect(filled, 'everything is filled in').not.toContain('…')
  const file = join(place.folder, `${name}-${readme.replace('.md', '')}.ts`)
  writeFileSync(file, filled)
  return { file, lines: code.trimEnd().split('\n').length }
}

const keys = (secret: Record<string, string>) =>
  Object.fromEntries(Object.entries(secret).map(([name, value]) => [`${name}: '…'`, `${name}: '${value}'`]))

const freePort = () =>
  new Promise<number>(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })

const readmes = ['README.md', 'README.zh-CN.md']

test.each(readmes)('%s: the receiver receives', async readme => {
  const port = await freePort()
  const secret = world.credentials(echat)
  const { file, lines } = program(readme, 'receive', { ...keys(secret), 'port: 3000': `port: ${port}` })
  expect(lines).toBeLessThanOrEqual(16)
  const push = contractOf(echat, 'push', 'chatStart')
  const message = push?.contract.examples.documented
  if (!push || !message) throw new Error('no chatStart')
  const receiving = running('node', ['--import', 'tsx', file], new RegExp(message.chatData.chatRecordId))
  const delivered = () =>
    deliver({ vendor: echat, push, message, secret, moment: world.moment() }, `http://127.0.0.1:${port}/hooks/echat`)
  await expect.poll(() => delivered().catch(String), { timeout: 20_000 }).toEqual({ acknowledged: true, status: 200 })
  await (await receiving).end()
})

test.each(readmes)('%s: the client calls', async readme => {
  documentedWorld(world)
  const app = mockServer([sobot], worlds)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const { file, lines } = program(readme, 'call', {
    ...keys(world.credentials(sobot)),
    "appKey: '…'": `appKey: '${world.credentials(sobot).app_key}'`,
    'http://127.0.0.1:4010': origin,
  })
  expect(lines).toBeLessThanOrEqual(15)
  const { code, stdout, stderr } = await finished('node', ['--import', 'tsx', file])
  await app.close()
  const names = contractOf(sobot, 'operation', 'labelGroupList')?.contract.examples.documented?.reply.items.map(
    (it: { name: string }) => it.name,
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const name of names) expect(stdout).toContain(name)
})

test.each(readmes)('%s: the mock runs inside a program', async readme => {
  const receiver = await hearing()
  const { file } = program(readme, 'mock', { 'http://127.0.0.1:3000': receiver.url('') })
  const { code, stdout, stderr } = await finished('node', ['--import', 'tsx', file])
  await receiver.end()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^999999\n[0-9a-f]{32}\ntrue\n$/)
})

test.each(readmes)('%s: the config is read by the command', async readme => {
  const mock = await mocking('sobot')
  const [, origin = ''] = mock.answered
  const { file } = program(readme, 'config', { 'http://127.0.0.1:3000/': NOBODY, 'http://127.0.0.1:4010': origin })
  const { code, stderr } = await kefu('verify', '--config', file)
  await mock.end()
  // The mock was asked, the handler is not there.
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(`from ${new URL(NOBODY).origin}`) })
})
