/** `kefu replay`: sends recorded pushes again. */
import { resolve } from 'node:path'
import { faultsIn, positionIn, type ReplayOptions, replay as replayIn } from '../../mocks/replay/replay.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../wire/errors.ts'
import { countOf, credentialsOf, vendorNamed } from './arguments.ts'
import { REFUSED } from './exit.ts'
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
  const left = world.outbox.size
  if (before) process.stderr.write(`kefu: goes on at line ${before.line}; ${left} pushes before it still wait.\n`)
  await run(() => replayIn(world, file, wanted))
  if (told.count()) told.end('they were left out')
}

/** Throws name-unknown where a line is of another vendor than the address. */
function same(vendor: Vendor, name: string | undefined): Vendor {
  if (name === undefined || name === vendor.id) return vendor
  throw new KefuError('name-unknown', { detail: `The line is of ${name}, the address takes pushes of ${vendor.id}.` })
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
