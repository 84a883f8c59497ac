/** Holds a value against the contract that a test names. */
import type { TSchema } from '@sinclair/typebox'
import { inWords, type Violation, violations } from '../../src/wire/check.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import { type ContractName, type ContractValue, contractNamed, split } from './names.ts'

const PARTS = ['query', 'params', 'body', 'reply'] as const

/** Throws contract-violated with path, expected and got of each field, and name-unknown with the nearest names. */
export function assertMatchesContract<N extends ContractName>(
  name: N,
  value: unknown,
): asserts value is ContractValue<N> {
  const found = violationsOf(name, value)
  if (found.length) throw new KefuError('contract-violated', { detail: wordsOf(name, found), violations: found })
}

export const wordsOf = (name: string, found: Violation[]) => `${name}: ${inWords(found)}.`

export const violationsOf = (name: ContractName, value: unknown): Violation[] => violations(schemaNamed(name), value)

/** A push by `<vendor>.<push>`, a part of an operation by `<vendor>.<operation>.<part>`. */
function schemaNamed(name: string): TSchema {
  const [vendor, rest] = split(name)
  const [id, part] = split(rest)
  if (!part) return contractNamed('push', name).contract.contract.message
  const { contract } = contractNamed('operation', `${vendor}.${id}`).contract
  const known = PARTS.filter(it => contract[it])
  const found = known.find(it => it === part)
  if (found) return contract[found] as TSchema
  throw new KefuError('name-unknown', {
    detail: `${vendor}.${id} has no part ${JSON.stringify(part)}; ${nearest(part, known)}`,
  })
}
