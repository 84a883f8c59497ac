/** `kefu replay`: sends recorded pushes again. */
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { faultsIn, positionIn, type ReplayOptions, replay as replayIn } from '../../mocks/replay/replay.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../wire/errors.ts'
import { countOf, credentialsOf, vendorNamed } from './arguments.ts'
import { REFUSED, UsageError } from './exit.ts'
import { openSender, type SenderOptions } from './sender.ts'

interface ReplayCommand extends SenderOptions {
  vendor: string
  to: string
  pace: 'recorded' | 'acknowledged'
  rate?: string
  keepBytes?: boolean
  broken: 'refuse' | 'skip'
}

/** Lines that are told of one by one. */
const TOLD = 10

export async function replay(name: string, options: ReplayCommand) {
  const file = resolve(name)
  const vendor = vendorNamed(options.vendor)
  const rate = options.rate === undefined ? undefined : countOf('--rate', options.rate)
  if (options.field) throw new UsageError('--field does not rename what was recorded: leave it out.')
  if (options.record !== undefined && sameFile(file, options.record))
    throw new UsageError(`--record would write over ${name} while it is read: name another file.`)
  const { world, address, run } = await openSender(options)
  const endpoint = await address(vendor, options.to)
  const secret = await credentialsOf(vendor, options)
  const told = createFaults(name)
  const wanted: ReplayOptions = {
    endpointOf: recorded => ({ vendor: same(vendor, recorded.vendor), endpoint, secret }),
    pace: rate ?? options.pace,
    keepBytes: options.keepBytes ?? false,
    skipped: told.add,
  }
  const before = positionIn(world, file)
  if (options.broken === 'refuse') {
    for await (const { line, fault } of faultsIn(file, wanted, before)) told.add(line, fault)
    if (told.count()) return told.end('nothing is sent; --broken skip sends the others')
  }
  const left = world.outbox.waiting().length
  if (before) process.stderr.write(`kefu: goes on at line ${before.line}; ${left} pushes before it still wait.\n`)
  let whole = false
  await run(async () => {
    whole = await replayIn(world, file, wanted)
  })
  const stopped = whole ? undefined : (positionIn(world, file) ?? { line: 1 })
  if (stopped) process.stderr.write(`kefu: ${name} was not read from line ${stopped.line} on; ${goesOn(options)}.\n`)
  if (told.count()) told.end('they were left out')
}

const goesOn = ({ state }: SenderOptions) =>
  state ? 'the same command goes on there' : 'without --state it begins anew next time'

/** Throws name-unknown where a line is of another vendor than the address. */
function same(vendor: Vendor, name: string | undefined): Vendor {
  if (name === undefined || name === vendor.id) return vendor
  throw new KefuError('contract-unknown', {
    detail: `The line is of ${name}, the address takes pushes of ${vendor.id}.`,
  })
}

function sameFile(one: string, other: string) {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    // One of them is not there.
    return false
  }
}

function createFaults(file: string) {
  let count = 0
  return {
    count: () => count,
    add(line: number, fault: string) {
      if (count++ < TOLD) process.stderr.write(`${file}:${line}: ${fault}\n`)
    },
    end(consequence: string) {
      process.stderr.write(`kefu: ${count} ${count === 1 ? 'line' : 'lines'} cannot be sent; ${consequence}.\n`)
      process.exitCode = REFUSED
    },
  }
}
