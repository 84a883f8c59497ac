/** What a request asked for, in the parts of its contract, and which requests are the same. */
import type { Entry } from '../../../mocks/world/journal.ts'
import type { Operation } from '../../../schemas/define.ts'

type Values = Record<string, unknown>

export interface Asked {
  query: Values
  params: Values
  /** JSON or the pairs of a form; undefined where there is none that can be read. */
  body: unknown
}

export function askedIn({ request }: Pick<Entry, 'request'>, contract: Operation | undefined): Asked {
  const params = contract ? paramsIn(contract.path, request.path) : {}
  return { query: request.query, params, body: bodyIn(request) }
}

/** Parameters of the path, as they stand there. */
function paramsIn(path: string, pathname: string): Values {
  const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]*)')}$`)
  return { ...pattern.exec(pathname)?.groups }
}

function bodyIn({ headers, body }: Entry['request']): unknown {
  if (/^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? ''))
    return Object.fromEntries(new URLSearchParams(body))
  try {
    return body ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

/** Parameters that differ from request to request of one and the same call: what proves when it was asked. */
const PASSING = ['sign', 'create_time', '_timestamp']

/** A text that is equal for requests that ask the same. */
export function sameness({ request }: Pick<Entry, 'request'>, { query, body }: Asked): string {
  const lasting = (values: unknown) =>
    isObject(values) ? Object.entries(values).filter(([name]) => !PASSING.includes(name)) : (values ?? request.body)
  return JSON.stringify([request.method, request.path, lasting(query), lasting(body)])
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every text and number in a value, with its dotted path; entries of lists are not told apart. */
export function* leavesOf(value: unknown, path: string): Generator<[path: string, value: unknown]> {
  if (Array.isArray(value)) for (const it of value) yield* leavesOf(it, `${path}[]`)
  else if (isObject(value)) for (const [name, it] of Object.entries(value)) yield* leavesOf(it, `${path}.${name}`)
  else if (value !== undefined) yield [path, value]
}
