/** One call of the journal as it can be made again: its proofs are references, made anew where they were right. */
import type { Vendor } from '../../schemas/define.ts'
import type { Entry } from '../world/journal.ts'
import { type Text, textOf, WRONG } from './text.ts'

export interface Request {
  entry: Entry
  method: string
  path: Text
  query: [name: string, value: Text][]
  headers: [name: string, value: Text][]
  body: Text
}

/** `entry` has its secrets named. */
export function requestOf(entry: Entry, vendor: Vendor): Request {
  const { method, path, query, headers, body } = entry.request
  const read = (text: string): Text => textOf(text, name => meaning(name, entry, vendor))
  const pairs = (values: Record<string, string>) =>
    Object.entries(values).map(([name, value]): [string, Text] => [name, read(value)])
  const inHeader = pairs(headers).map(([name, value]): [string, Text] => [
    name,
    name === 'token' ? tokenFor(entry, value) : value,
  ])
  return { entry, method, path: read(path), query: pairs(query), headers: inHeader, body: read(body) }
}

/** All its texts. */
export const textsOf = ({ path, query, headers, body }: Request): Text[] => [
  path,
  ...query.map(([, it]) => it),
  ...headers.map(([, it]) => it),
  body,
]

/** One of today, in the place of one that was right on its day. */
const tokenFor = ({ problem }: Entry, value: Text): Text =>
  value.length && !problem?.startsWith('credential-') ? [{ kind: 'token' }] : value.length ? [WRONG] : value

function meaning(name: string, entry: Entry, vendor: Vendor): Text {
  const [kind] = name.split('#')
  if (kind !== 'sign' || entry.problem?.startsWith('signature-')) return [WRONG]
  return vendor.login ? loginSign(entry) : parameterSign(entry)
}

/** Sobot's, over appid, create_time and app_key. */
function loginSign({ vendor, request }: Entry): Text {
  const { appid = '', create_time = '' } = request.query
  const key = { kind: 'credential' as const, vendor, name: 'app_key' }
  return [{ kind: 'md5', upper: false, of: [...textOf(appid, () => [WRONG]), create_time, key] }]
}

/** OkayAPI's, over all values in the order of their names. */
function parameterSign({ vendor, request }: Entry): Text {
  const all: Record<string, unknown> = { ...request.query, ...parametersIn(request) }
  const names = Object.keys(all).filter(it => it !== 'sign')
  const values = names.sort().flatMap(it => textOf(printed(all[it]), () => [WRONG]))
  return [{ kind: 'md5', upper: true, of: [...values, { kind: 'credential', vendor, name: 'app_secrect' }] }]
}

const printed = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function parametersIn({ headers, body }: Entry['request']): object {
  if (/^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? ''))
    return Object.fromEntries(new URLSearchParams(body))
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}

/** What was called and answered, for a comment. */
export const said = ({ vendor, operation, request, code, answer }: Entry) =>
  `${vendor} ${operation ?? oneLine(request.path)} answered ${oneLine(String(code ?? `status ${answer.status}`))}.`

/** A comment must not end before its end. */
const oneLine = (text: string) => text.replace(/[^\x20-\x7e]|\*\//g, ' ').slice(0, 100)
