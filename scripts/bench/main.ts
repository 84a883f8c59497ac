/** `npm run bench [-- name… --report]`: how fast the built package is, as ratios measured in one run. Exit code 1 when a goal is missed. */
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.ts'
import { customers } from './customers.ts'
import { deliver } from './deliver.ts'
import { durable } from './durable.ts'
import { embedded } from './embedded.ts'
import { list } from './list.ts'
import { memory } from './memory.ts'
import { open } from './open.ts'
import { packageSize } from './package.ts'
import { queue } from './queue.ts'
import { receive } from './receive.ts'
import { replay } from './replay.ts'
import { holds, type Line, table } from './report.ts'
import { endAll } from './server.ts'
import { start } from './start.ts'
import { labels, save } from './stateful.ts'
import { verify } from './verify.ts'
import { worlds } from './worlds.ts'

const benchmarks: Record<string, [title: string, run: () => Promise<Line[]>]> = {
  list: ['list: the list of Sobot’s label groups, 64 connections', list],
  labels: ['labels: a page of twenty labels from state, 64 connections', labels],
  save: ['save: a customer, 64 connections', save],
  worlds: ['worlds: a list of labels, asked of many worlds in turn', worlds],
  customers: ['customers: a hundred thousand in one world', customers],
  durable: ['durable: customers saved into a state file', durable],
  start: ['start: spawn to first answer', start],
  memory: ['memory: resident, 3 s after the first answer', memory],
  deliver: ['deliver: pushes a second to a receiver in another process, 64 connections', deliver],
  queue: ['queue: pushes in a state file', queue],
  replay: ['replay: a recording of 1 GiB', replay],
  receive: ['receive: sealed pushes over HTTP, 64 connections', receive],
  open: ['open: a sealed Echat chatStart, one thread', open],
  embedded: ['embedded: the mock inside a test, warm', embedded],
  verify: ['verify: the suites against our receivers in another process', verify],
  package: ['package: packed and installed, without the optional store', packageSize],
}

/** The whole bench ends within this time, with whatever it has. */
const LIMIT = 9 * 60_000

const { values, positionals } = parseArgs({ allowPositionals: true, options: { report: { type: 'boolean' } } })
const unknown = positionals.filter(it => !Object.hasOwn(benchmarks, it))
if (unknown.length) {
  process.stderr.write(
    `no benchmark is called ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.\n`,
  )
  process.exit(2)
}

process.on('exit', endAll)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
setTimeout(() => {
  process.stderr.write(`the bench took longer than ${LIMIT / 60_000} minutes.\n`)
  process.exit(1)
}, LIMIT).unref()

ensureBuilt()
let missed = 0
for (const name of positionals.length ? positionals : Object.keys(benchmarks)) {
  const [title, run] = benchmarks[name] as (typeof benchmarks)[string]
  const lines = await run()
  missed += lines.filter(it => !holds(it)).length
  process.stdout.write(`${table(title, lines)}\n\n`)
}
process.stdout.write(missed ? `${missed} goals missed.\n` : 'every goal holds.\n')
if (missed && !values.report) process.exitCode = 1
