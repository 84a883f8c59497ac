/** What of a vendor's contracts a client has exercised: operations, fields, error codes, and what became of pushes. */
import type { TSchema } from '@sinclair/typebox'
import { type Contract, contracts } from '../../../schemas/contracts.ts'
import type { Coverage } from '../report.ts'
import { leavesOf } from './asked.ts'
import type { Call, Journal } from './journal.ts'

/** Only what the vendor has at all. */
export function coverageOf(journal: Journal): Coverage[] {
  const all = [operations(journal), fields(journal), codes(journal), pushOutcomes(journal)]
  return all.filter(it => it.covered.length + it.missing.length > 0)
}

/** In the order of the document. */
function divided(what: string, all: Iterable<string>, met: ReadonlySet<string>): Coverage {
  const ids = [...new Set(all)]
  return { what, covered: ids.filter(it => met.has(it)), missing: ids.filter(it => !met.has(it)) }
}

const idsOf = (calls: readonly Call[]) => new Set(calls.flatMap(it => it.entry.operation ?? []))

const operations = ({ vendor, calls }: Journal) =>
  divided(
    'operations',
    contracts(vendor, 'operation').map(it => it.id),
    idsOf(calls),
  )

/** `labelSave.body.name`; entries of lists are not told apart. */
function fields({ vendor, calls }: Journal): Coverage {
  const all = contracts(vendor, 'operation').flatMap(fieldsOf)
  return divided('fields', all, new Set(calls.flatMap(fieldsIn)))
}

const parts = ['query', 'params', 'body'] as const

const fieldsOf = ({ id, contract }: Contract<'operation'>) =>
  parts.flatMap(part => (contract[part] ? [...pathsOf(contract[part], `${id}.${part}`)] : []))

function* pathsOf(schema: TSchema, path: string): Generator<string> {
  if (schema.anyOf?.some((it: TSchema) => it.properties || it.items))
    for (const it of schema.anyOf as TSchema[]) yield* pathsOf(it, path)
  else if (schema.properties)
    for (const [name, it] of Object.entries<TSchema>(schema.properties)) yield* pathsOf(it, `${path}.${name}`)
  else if (schema.items) yield* pathsOf(schema.items, `${path}[]`)
  else yield path
}

/** Parameters of OkayAPI count for where the contract has them, wherever they were sent. */
function fieldsIn({ entry, operation, query, params, body }: Call): string[] {
  const id = entry.operation
  const merged = operation?.query?.properties.app_key ? { ...query, ...Object(body) } : undefined
  const sent = { query: merged ?? query, params, body: merged ?? body }
  return parts.flatMap(part => [...leavesOf(sent[part], `${id}.${part}`)].map(([path]) => path))
}

function codes({ vendor, calls }: Journal): Coverage {
  const met = new Set(calls.flatMap(it => (it.entry.code === undefined ? [] : String(it.entry.code))))
  const all = contracts(vendor, 'operation').length ? vendor.errors.map(it => String(it.code)) : []
  return divided('error codes', all, met)
}

function pushOutcomes({ vendor, attempts, deadLetters }: Journal): Coverage {
  const outcomes = ['acknowledged', 'refused', 'sent again', 'given up']
  const all = contracts(vendor, 'push').flatMap(({ id }) => outcomes.map(it => `${id} ${it}`))
  const met = attempts.flatMap(({ push, acknowledged, attempt }) => [
    `${push} ${acknowledged ? 'acknowledged' : 'refused'}`,
    ...(attempt > 1 ? [`${push} sent again`] : []),
  ])
  return divided('push outcomes', all, new Set([...met, ...deadLetters.map(it => `${it.push} given up`)]))
}
