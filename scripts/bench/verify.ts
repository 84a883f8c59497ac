/** `verify`: the conformance suite of each vendor, as `kefu verify` runs it, against our receivers in another process. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorld, everyVendor } from '../../mocks/world/world.ts'
import type { Vendor } from '../../schemas/define.ts'
import { figure, type Line } from './report.ts'
import { start } from './server.ts'

const world = createWorld({ now: Date.now })
const vendors = everyVendor.filter(it => it.push)

/** Seconds that one suite may take, and all of them; only Echat has one of its own. */
const LIMITS: Record<string, number> = { echat: 10 }
const ALL = 20

export async function verify(): Promise<Line[]> {
  const secrets = Object.fromEntries(vendors.map(it => [it.id, world.credentials(it)]))
  const args = ['scripts/bench/servers/kefu-receivers.mjs', 'PORT', JSON.stringify(secrets)]
  const server = await start({ args, path: '/' })
  const out = mkdtempSync(join(tmpdir(), 'kefu-bench-'))
  try {
    const times = vendors.map(it => ({ vendor: it, ...judged(it, `http://127.0.0.1:${server.port}/${it.id}`, out) }))
    const all = times.reduce((sum, it) => sum + it.seconds, 0)
    return [
      ...times.map(({ vendor, seconds, said }) => line(`${vendor.id}: ${said}`, seconds, LIMITS[vendor.id])),
      line('all of them, one after the other', all, ALL),
    ]
  } finally {
    await server.end()
    rmSync(out, { recursive: true })
  }
}

/** The command from its start to its end. A handler that breaks a rule of the vendor would be another measurement. */
function judged(vendor: Vendor, target: string, out: string) {
  const secret = Object.entries(world.credentials(vendor)).flatMap(([name, value]) => ['--secret', `${name}=${value}`])
  const args = ['dist/cli/main.mjs', 'verify', vendor.id, '--target', target, '--out', out, ...secret]
  const since = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`kefu verify ${vendor.id} ended with ${status}:\n${stdout}${stderr}`)
  const [said = ''] = /^must \d+\/\d+.*(?=: )/m.exec(stdout) ?? []
  return { seconds: (performance.now() - since) / 1000, said }
}

const line = (what: string, seconds: number, limit?: number): Line => ({
  what,
  measured: `${figure(seconds)} s`,
  ...(limit !== undefined && { goal: { value: seconds, is: 'at most', limit, unit: 's' } }),
})
