/** What deviates from the contracts in a message that could be read, and what is to be done about it. */
import type { TSchema } from '@sinclair/typebox'
import type { Contract } from '../../schemas/contracts.ts'
import { inWords, violations } from '../wire/check.ts'
import { KefuError } from '../wire/errors.ts'
import type { Plain } from '../wire/wire.ts'
import type { Deviating, ReceiverOptions } from './options.ts'

export interface Deviation {
  does: Deviating
  error: KefuError
}

/** Undefined when nothing does. */
export function deviation(
  known: Contract<'push'> | undefined,
  { query, body }: Plain,
  deviations: NonNullable<ReceiverOptions<never>['deviations']>,
): Deviation | undefined {
  const { events = 'quarantine', violations: wrong = 'quarantine', fields = 'pass' } = deviations
  if (!known) {
    const name = query.dataType === undefined ? '' : ` It calls itself ${JSON.stringify(query.dataType.slice(0, 50))}.`
    return { does: events, error: new KefuError('contract-unknown', { detail: `No push looks like this.${name}` }) }
  }
  const found = violations(known.contract.message, body)
  if (found.length) {
    const detail = `${known.id}: ${inWords(found)}.`
    return { does: wrong, error: new KefuError('contract-violated', { detail, violations: found }) }
  }
  const strange = fields === 'pass' ? [] : strangers(known.contract.message, body, '')
  if (strange.length === 0) return undefined
  const detail = `${known.id}: the contract has no ${strange.slice(0, 5).join(', ')}.`
  return { does: fields, error: new KefuError('contract-violated', { detail }) }
}

/** Paths of the fields that no branch of the schema has. */
export function strangers(schema: TSchema, value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const items = branches(schema).flatMap(it => (it.items ? [it.items as TSchema] : []))
    return value.flatMap((it, at) => items.slice(0, 1).flatMap(item => strangers(item, it, `${path}[${at}]`)))
  }
  if (typeof value !== 'object' || value === null) return []
  const known = Object.assign({}, ...branches(schema).map(it => it.properties ?? {})) as Record<string, TSchema>
  if (Object.keys(known).length === 0) return []
  return Object.entries(value).flatMap(([name, child]) => {
    const own = path ? `${path}.${name}` : name
    const field = Object.hasOwn(known, name) ? known[name] : undefined
    return field ? strangers(field, child, own) : [own]
  })
}

const branches = (schema: TSchema): TSchema[] =>
  schema.anyOf ? (schema.anyOf as TSchema[]).flatMap(branches) : [schema]
