/** `kefu mock`: the mock server, and how to reach each vendor on it. */

import { setFlagsFromString } from 'node:v8'
import { profileNamed } from '../../mocks/control/faults.ts'
import { snapshotOf } from '../../mocks/control/worlds.ts'
import { mockServer } from '../../mocks/server.ts'
import type { World } from '../../mocks/world/world.ts'
import { createWorlds, type WorldsOptions } from '../../mocks/world/worlds.ts'
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { wireOf } from '../wire/index.ts'
import { fillPath } from '../wire/query.ts'
import { withQuery } from '../wire/send.ts'
import { assumed, countOf, everyVendor, jsonOf, vendorNamed } from './arguments.ts'
import { UsageError } from './exit.ts'

interface MockOptions {
  port: string
  host: string
  seed: string
  assume?: Record<string, string>
  strict?: boolean
  fault?: string[]
  state?: string
  load?: string
  allowHost?: string[]
  allowOrigin?: string[]
  journalEntries: string
  journalMebibytes: string
  unmasked?: boolean
}

export async function mock(names: string[], options: MockOptions) {
  const { port, host, seed, assume = {} } = options
  // The heap grows in small steps: a world can hold much, and shall not take twice as much.
  setFlagsFromString('--heap-growing-percent=40')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port is a number up to 65535, got ${JSON.stringify(port)}.`)
  const vendors = names.length ? [...new Set(names)].map(vendorNamed) : everyVendor
  const worlds = createWorlds({ seed, now: Date.now, ...(await limits(options)) })
  const world = worlds.first
  if (options.load) world.load(await snapshotOf(jsonOf('--load', `@${options.load}`)))
  world.switches.switch(assumed(assume))
  for (const profile of options.fault ?? []) world.faults.add(profileNamed(profile))
  worlds.keep(world)
  const app = mockServer(vendors, worlds, { unmasked: options.unmasked ?? false, origins: options.allowOrigin })
  const origin = await app.listen({ port: Number(port), host }).catch(error => {
    throw new Error(error.code === 'EADDRINUSE' ? `port ${port} is taken; choose another with --port.` : error.message)
  })
  // Before anybody is told that it listens, and may end it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.close())
  process.stdout.write(`kefu mock listens on ${origin} (seed ${seed}); end it with Ctrl-C.\n\n`)
  for (const vendor of vendors) process.stdout.write(`${introduction(vendor, origin, world)}\n\n`)
}

async function limits({
  strict = false,
  state,
  allowHost = [],
  ...options
}: MockOptions): Promise<Partial<WorldsOptions>> {
  const entries = countOf('--journal-entries', options.journalEntries)
  const bytes = countOf('--journal-mebibytes', options.journalMebibytes) * 2 ** 20
  const kept =
    state === undefined ? {} : { state: (await import('../../mocks/world/state.ts')).openState(state, Date.now) }
  return { strict, hosts: allowHost, journal: { entries, bytes }, ...kept }
}

function introduction(vendor: Vendor, origin: string, world: World): string {
  const credentials = Object.entries(world.credentials(vendor)).map(([name, value]) => `  ${name} ${value}`)
  const operations = contracts(vendor, 'operation')
  const pushes = contracts(vendor, 'push')
  return [
    `${vendor.id}  ${vendor.title}  ${operations.length} operations, ${pushes.length} pushes`,
    operations.length
      ? `  base URL ${origin}/${vendor.id}`
      : `  pushes to you: kefu push ${vendor.id} ${pushes[0]?.id} --to <url>`,
    ...credentials,
    `  try: ${operations.length ? curl(vendor, origin, world) : `curl -s '${origin}/_kefu/pushes/${vendor.id}/${pushes[0]?.id}'`}`,
  ].join('\n')
}

/** A line for the shell: the first read that needs credentials, with the documented example. */
function curl(vendor: Vendor, origin: string, world: World): string {
  const reads = contracts(vendor, 'operation')
    .map(it => it.contract)
    .filter(it => it.method === 'GET' && !it.open)
  const [contract] = reads
  const codec = wireOf(vendor).call
  if (!contract || !codec) return `curl -s '${origin}/${vendor.id}'`
  const example = Object.values(contract.examples)[0] ?? { reply: undefined }
  const query = Object.fromEntries(Object.entries(example.query ?? {}).map(([name, value]) => [name, String(value)]))
  const secret = world.credentials(vendor)
  const own = Object.fromEntries(Object.entries(query).filter(([name]) => !(name in secret) && name !== 'sign'))
  const http = codec.seal({ query: own, body: undefined }, secret, world.moment())
  const headers = Object.entries(http.headers)
    .filter(([name]) => name !== 'content-type')
    .map(([name, value]) => ` -H '${name}: ${value}'`)
  return `curl -s${headers.join('')} '${withQuery(`${origin}/${vendor.id}${fillPath(contract.path, example.params ?? {})}`, http.query)}'`
}
