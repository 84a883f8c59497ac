/** What keeps a site from being published before it is laid out: examples that break their contract, prose without its Chinese. */
import type { TSchema } from '@sinclair/typebox'
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { inWords, violations } from '../../src/wire/check.ts'
import { missingOfCli, missingOfLibrary } from './reference/missing.ts'
import { vendors } from './sections.ts'
import { missing } from './zh/missing.ts'

export const contentFaults = (): string[] => [...vendors.flatMap(brokenExamples), ...untranslated()]

const untranslated = () =>
  [...missing(), ...missingOfCli(), ...missingOfLibrary()].map(
    it => `${it}: the Chinese is missing, is no Chinese, or belongs to nothing.`,
  )

/** Variants are judged, too: contracts take what a receiver may meet. */
export function brokenExamples(vendor: Vendor): string[] {
  const calls = contracts(vendor, 'operation').flatMap(({ id, contract }) =>
    (['params', 'query', 'body', 'reply'] as const).flatMap(part => {
      const values = named(contract).map(([name, it]): [string, unknown] => [
        name,
        (it as Record<string, unknown>)[part],
      ])
      return judged(`${vendor.id}.${id}`, part, contract[part], values)
    }),
  )
  const pushes = contracts(vendor, 'push').flatMap(({ id, contract }) =>
    judged(`${vendor.id}.${id}`, 'message', contract.message, named(contract)),
  )
  return [...calls, ...pushes]
}

const named = ({ examples, variants = {} }: { examples: object; variants?: object }) =>
  Object.entries({ ...examples, ...variants }) as [name: string, value: unknown][]

/** A part that an example leaves out is judged as empty. */
const judged = (contract: string, part: string, schema: TSchema | undefined, values: [string, unknown][]): string[] =>
  values.flatMap(([name, value]) => {
    const found = schema ? violations(schema, value ?? {}) : []
    return found.length ? [`${contract}: the example "${name}" breaks its contract: ${inWords(found, part)}.`] : []
  })
