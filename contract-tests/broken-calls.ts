/** Calls that are wrong in one place: a sound one, of which something was taken away or replaced until the witness refuses it. */
import type { TSchema } from '@sinclair/typebox'
import fc from 'fast-check'
import type { Operation } from '../schemas/define.ts'
import type { Plain } from './witness.ts'

export interface Broken extends Plain {
  /** `body.list.0.id = null`. */
  change: string
}

type Path = readonly (string | number)[]
/** Takes the place away. */
export const NOTHING = Symbol('nothing')

/** Only text can stand outside of a body. */
const wrong: readonly unknown[] = [
  ...[NOTHING, '', 'none', '-1', '0', '1', '5', '99', '1.5', '1e3', '10001', '[', 'x'.repeat(31), '标'.repeat(51)],
  ...[null, true, 0, 5, 12_345, 1.5, -1, [], {}, [null], [5], { id: 5 }, [[[]]], { content: {} }],
]

/** One change of each valid call. Throws when nothing breaks it: then the contract has nothing to break. */
export const brokenCalls = (
  valid: fc.Arbitrary<Plain>,
  contract: Operation,
  keeps: (call: Plain) => boolean,
): fc.Arbitrary<Broken> =>
  fc.tuple(valid, fc.nat(), fc.nat()).map(([call, where, what]) => broken(call, contract, keeps, where, what))

function broken(
  call: Plain,
  contract: Operation,
  keeps: (call: Plain) => boolean,
  where: number,
  what: number,
): Broken {
  const places = placesOf(call, contract)
  for (let tried = 0; tried < wrong.length; tried++) {
    const value = wrong[(what + tried) % wrong.length]
    for (let at = 0; at < places.length; at++) {
      const place = places[(where + at) % places.length] as Path
      if (place[0] !== 'body' && value !== NOTHING && typeof value !== 'string') continue
      const other = changed(call, place, value) as Plain
      if (!keeps(other))
        return { ...other, change: `${place.join('.')} = ${value === NOTHING ? 'nothing' : JSON.stringify(value)}` }
    }
  }
  throw new Error(`nothing breaks ${JSON.stringify(call)}`)
}

/** The credential, every field that the contract has, and everything that stands in the body. */
export function placesOf({ headers, body }: Plain, contract: Operation): Path[] {
  const fields = (part: 'query' | 'params' | 'body') => namesIn(contract[part]).map(name => [part, name])
  const inBody = contract.body
    ? [['body'], ...(Array.isArray(body) ? [] : fields('body')), ...inside(body, ['body'])]
    : []
  const all = [...Object.keys(headers).map(it => ['headers', it]), ...fields('query'), ...fields('params'), ...inBody]
  return [...new Map(all.map(it => [it.join('.'), it])).values()]
}

const namesIn = (schema: TSchema | undefined): string[] =>
  schema ? [...Object.keys(schema.properties ?? {}), ...((schema.anyOf ?? []) as TSchema[]).flatMap(namesIn)] : []

function inside(value: unknown, at: Path): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...at, Array.isArray(value) ? Number(name) : name]
    return [here, ...inside(inner, here)]
  })
}

/** The same value with another one at that place. */
export function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to === NOTHING ? undefined : to
  if (Array.isArray(value)) {
    const inner = changed(value[key as number], rest, to)
    return inner === undefined ? value.toSpliced(key as number, 1) : value.with(key as number, inner)
  }
  const { [key]: old, ...others } = value as Record<string | number, unknown>
  const inner = changed(old, rest, to)
  return inner === undefined ? others : { ...others, [key]: inner }
}
