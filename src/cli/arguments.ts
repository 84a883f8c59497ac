/** Reads what was typed: names of vendors and contracts, addresses, headers, JSON, credentials. */
import { readFileSync } from 'node:fs'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { Choices } from '../../mocks/world/switches.ts'
import { createWorld } from '../../mocks/world/world.ts'
import { type Contract, contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import * as vendors from '../../schemas/index.ts'
import { placeOf } from '../wire/errors.ts'
import { firstFault } from '../wire/json.ts'
import { nearest } from '../wire/nearest.ts'
import { UsageError } from './exit.ts'
import type { Pairs } from './pairs.ts'

export const everyVendor: readonly Vendor[] = Object.values(vendors)

export function vendorNamed(id: string): Vendor {
  return named(everyVendor, id, 'vendor')
}

export const contractNamed = <K extends 'operation' | 'push'>(vendor: Vendor, kind: K, id: string): Contract<K> =>
  named(contracts(vendor, kind), id, `${kind} of ${vendor.id}`)

export function named<T extends { id: string }>(all: readonly T[], id: string, what: string): T {
  const found = all.find(it => it.id === id)
  if (found) return found
  throw new UsageError(
    `there is no ${what} called ${JSON.stringify(id)}; ${nearest(
      id,
      all.map(it => it.id),
    )}`,
  )
}

/** The address of `--to`. */
export function addressOf(text: string): string {
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: 'none' }
  if (/^https?:$/.test(protocol)) return text
  throw new UsageError(`--to is an http or https URL, got ${JSON.stringify(text)}.`)
}

/** Headers that can be sent. */
export function headersOf(pairs: Pairs = {}): Pairs {
  try {
    for (const [name, value] of Object.entries(pairs)) {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    }
    return pairs
  } catch (error) {
    throw new UsageError(`--header cannot be sent: ${(error as Error).message}.`)
  }
}

/** JSON as typed, or from `@file`. */
export function jsonOf(option: string, value: string): unknown {
  const text = value.startsWith('@') ? fileText(option, value.slice(1)) : value
  try {
    return JSON.parse(text)
  } catch {
    const { offset, what } = firstFault(text)
    const { line, column } = placeOf(text, offset)
    throw new UsageError(`${option} is not JSON at line ${line}, column ${column}: ${what}.`)
  }
}

function fileText(option: string, file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${option} cannot be read: ${(error as Error).message}.`)
  }
}

/** A whole number from 1. */
export function countOf(option: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new UsageError(`${option} is a whole number from 1, got ${JSON.stringify(text)}.`)
}

/** A part of all, from 0 to 1. */
export function shareOf(option: string, text: string): number {
  if (/^(0|1|0?\.\d{1,9}|1\.0+)$/.test(text)) return Number(text)
  throw new UsageError(`${option} is a share from 0 to 1, got ${JSON.stringify(text)}.`)
}

/** `sobot.oldTokens` and its choice, as the switches of a world take them. */
export function assumed(pairs: Pairs = {}): Choices {
  const choices: Choices = {}
  for (const [path, choice] of Object.entries(pairs)) {
    const [vendor = '', name] = path.split('.')
    if (!name) throw new UsageError(`--assume is vendor.name=choice, got ${JSON.stringify(path)}.`)
    choices[vendor] = { ...choices[vendor], [name]: choice }
  }
  return choices
}

export interface SecretOptions {
  seed: string
  secret?: Pairs
}

/** Credentials as typed or in the environment; those of the mock's default world when there are none at all. */
export async function credentialsOf(vendor: Vendor, { seed, secret: typed = {} }: SecretOptions): Promise<Pairs> {
  const names = Object.keys(vendor.credentials.properties)
  const secret = ownSecrets(vendor, typed)
  for (const name of Object.keys(secret)) {
    if (!names.includes(name)) throw new UsageError(`${vendor.id} has no credential ${name}; ${nearest(name, names)}`)
  }
  const given = Object.fromEntries(
    names.flatMap(name => {
      const value = secret[name] ?? process.env[`KEFU_${vendor.id}_${name}`.toUpperCase()]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  if (Object.keys(given).length === 0) return createWorld({ seed, now: Date.now }).credentials(vendor)
  const { violations } = await import('../wire/check.ts')
  const wrong = violations(vendor.credentials, given).map(it => `${it.path} is ${it.expected}`)
  if (wrong.length === 0) return given
  throw new UsageError(`the credentials of ${vendor.id} are given all together or not at all: ${wrong.join('; ')}.`)
}

/** Of several vendors, `echat.token` is meant for one. */
const ownSecrets = ({ id }: Vendor, typed: Pairs): Pairs =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const [vendor, own] = name.includes('.') ? name.split('.') : [id, name]
      return vendor === id ? [[own, value]] : []
    }),
  )

/** Everything on standard input. */
export async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
