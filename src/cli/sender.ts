/** What `kefu push`, `kefu scenario` and `kefu replay` share: a world that sends, and what is told of it. */
import { createWriteStream, openSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import type { Attempt } from '../../mocks/deliver/courier.ts'
import type { Profile } from '../../mocks/deliver/profile.ts'
import type { Endpoint } from '../../mocks/world/endpoints.ts'
import type { World } from '../../mocks/world/world.ts'
import { createWorlds } from '../../mocks/world/worlds.ts'
import type { Vendor } from '../../schemas/define.ts'
import { addressOf, assumed, countOf, credentialsOf, headersOf, type SecretOptions, shareOf } from './arguments.ts'
import { CONNECTION, INTERRUPTED, REFUSED, UsageError } from './exit.ts'
import { createProgress } from './progress.ts'
import { createSummary } from './summary.ts'

export interface SenderOptions extends SecretOptions {
  header?: Record<string, string>
  param?: Record<string, string>
  field?: Record<string, string>
  assume?: Record<string, string>
  allowHost?: string[]
  profile: Profile
  limit: string
  most: string
  faults: string
  state?: string
  /** Dead letters of the state file are sent once more. */
  redrive?: boolean
  record?: string
  json?: boolean
}

export interface Sender {
  world: World
  address(vendor: Vendor, url: string): Promise<Endpoint>
  /** Does the work, waits until every push has ended, and says what became of them. `total` is how many there will be, where that is known. */
  run(work: () => Promise<void>, total?: number): Promise<void>
}

/** Up to so many pushes have a line each. */
const LINES = 100

/** Throws state-unusable and UsageError. */
export async function openSender(options: SenderOptions): Promise<Sender> {
  // The heap grows in small steps: a run may be long, and shall not take twice what it needs.
  setFlagsFromString('--heap-growing-percent=40')
  const limits = { limit: countOf('--limit', options.limit), most: countOf('--most', options.most) }
  const faults = shareOf('--faults', options.faults)
  const state = options.state && (await import('../../mocks/world/state.ts')).openState(options.state, Date.now)
  const { seed, allowHost: hosts = [] } = options
  const worlds = createWorlds({ seed, now: Date.now, hosts, most: limits.most, ...(state && { state }) })
  const world = worlds.first
  world.switches.switch(assumed(options.assume))
  const { header = {}, param = {}, field } = options

  return {
    world,
    async address(vendor, url) {
      const served = {
        headers: headersOf(header),
        query: param,
        profile: options.profile,
        limit: limits.limit,
        secret: await credentialsOf(vendor, options),
        faults,
        check: false,
        ...(field && { fieldNames: field }),
      }
      return world.outbox.endpoints.register(vendor, addressOf(url), served)
    },
    async run(work, total) {
      const report = createReport(world, options, total)
      worlds.run()
      if (options.redrive) world.outbox.redrive()
      // Whoever is waited for may be waiting for a clock, which does not keep a process alive.
      const alive = setInterval(() => {}, 60_000)
      const interrupted = new Promise<'interrupted'>(resolve => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'))
      })
      const worked = work().then(() => world.outbox.drained())
      try {
        const ended = await Promise.race([worked, interrupted])
        await report.end(ended === 'interrupted')
      } finally {
        clearInterval(alive)
        worlds.end()
      }
    },
  }
}

function createReport({ outbox }: World, { json, record, state }: SenderOptions, total: number | undefined) {
  const summary = createSummary()
  const file = record === undefined ? undefined : recordingTo(record)
  const told = json || (total !== undefined && total <= LINES)
  const progress = told ? undefined : createProgress({ ...(total !== undefined && { total }), now: Date.now })
  let [ended, failed, attempts, answered] = [0, 0, 0, 0]
  const stop = outbox.watch({
    attempted(attempt) {
      attempts++
      const { outcome, milliseconds } = attempt
      if (outcome.status) answered++
      summary.add({ ...outcome, milliseconds })
      file?.write(`${JSON.stringify(recorded(attempt))}\n`)
      if (told) process.stdout.write(`${json ? JSON.stringify(outline(attempt)) : line(attempt, total === 1)}\n`)
    },
    settled(_push, { acknowledged, reason = '' }) {
      ended++
      if (!acknowledged) {
        failed++
        summary.dead(reason)
      }
      progress?.tick(ended, failed)
    },
  })

  return {
    async end(interrupted: boolean) {
      stop()
      progress?.end()
      const left = outbox.size
      if (json) process.stdout.write(`${JSON.stringify({ summary: summary.json(), left })}\n`)
      else if (attempts !== 1) process.stdout.write(`\n${summary.lines().join('\n')}\n`)
      if (left) process.stderr.write(`kefu: ${leftWords(left, outbox.endpoints.all(), state, interrupted)}\n`)
      const dead = state === undefined ? 0 : outbox.deadLetters().length
      if (dead)
        process.stderr.write(
          `kefu: ${dead === 1 ? 'A dead letter is' : `${dead} dead letters are`} kept in ${state}; --redrive sends them once more.\n`,
        )
      if (file) await finished(file.end())
      if (interrupted) process.exitCode = INTERRUPTED
      else if (failed || left) process.exitCode = answered ? REFUSED : CONNECTION
    },
  }
}

function recordingTo(file: string) {
  // Opened before anything is sent.
  const stream = createWriteStream(file, { fd: opened(file) })
  stream.on('error', error => {
    process.stderr.write(`kefu: --record cannot be written: ${error.message}.\n`)
    process.exit(REFUSED)
  })
  return stream
}

function opened(file: string) {
  try {
    return openSync(file, 'w')
  } catch (error) {
    throw new UsageError(`--record cannot be written: ${(error as Error).message}.`)
  }
}

function leftWords(left: number, endpoints: Endpoint[], state: string | undefined, interrupted: boolean) {
  const paused = interrupted ? undefined : endpoints.find(it => it.paused)
  const why = paused
    ? `, since ${paused.url} does not want to be called any more: ${paused.paused}`
    : ' yet when it was interrupted.'
  const where = state
    ? `They wait in ${state}; the same command sends them before its own.`
    : 'Nothing keeps them; give --state to go on later.'
  return `${left} ${left === 1 ? 'push was' : 'pushes were'} not delivered${why} ${where}`
}

/** Throws UsageError where --field is given and nobody would heed it. */
export function expectFields({ field }: SenderOptions, vendors: readonly string[]) {
  if (field && !vendors.includes('easyliao'))
    throw new UsageError(`--field renames fields of easyliao, got pushes of ${vendors.join(', ')}: leave it out.`)
}

/** As `kefu replay` reads it. */
const recorded = ({ at, push, http }: Attempt) => ({
  time: at,
  vendor: push.vendor,
  push: push.push,
  headers: http.headers,
  query: http.query,
  body: Buffer.from(http.body).toString(),
})

const outline = ({ push, attempt, at, milliseconds, outcome }: Attempt) => ({
  number: push.number,
  attempt,
  time: at,
  vendor: push.vendor,
  push: push.push,
  acknowledged: outcome.acknowledged,
  status: outcome.status,
  milliseconds: Math.round(milliseconds * 1000) / 1000,
  reason: outcome.reason,
  again: outcome.again,
})

function line({ push, attempt, milliseconds, outcome }: Attempt, alone: boolean) {
  const { acknowledged, status, reason, again } = outcome
  const name = alone ? `${push.vendor} ${push.push}` : `${push.number} ${push.vendor} ${push.push}`
  const time = alone ? '' : `, ${Math.round(milliseconds)} ms`
  const words = acknowledged ? 'acknowledged' : 'not acknowledged'
  const tried = attempt > 1 ? `, attempt ${attempt}` : ''
  const next = again === undefined ? '' : ` Again in ${again / 1_000} s.`
  return `${name}: ${words}${status ? `, status ${status}` : ''}${tried}${time}.${reason ? ` ${reason}` : ''}${next}`
}
