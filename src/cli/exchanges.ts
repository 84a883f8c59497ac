/** Asks the own door of a running mock. */
import type { Exchanges } from '../../mocks/exported/exchanges.ts'
import { KefuError } from '../wire/errors.ts'
import { send } from '../wire/send.ts'
import { UsageError } from './exit.ts'

/** A journal holds 64 MiB by default, and JSON escapes much of it. */
const LIMIT = 1 << 30

/** The text of an answer. Throws UsageError for a world or number that is not there, and unreachable. */
export async function doorOf(mock: string, path: string, query: Record<string, string>): Promise<string> {
  if (!/^https?:$/.test(URL.canParse(mock) ? new URL(mock).protocol : ''))
    throw new UsageError(`--mock is an http or https URL, got ${JSON.stringify(mock)}.`)
  const url = new URL(`/_kefu${path}`, mock).href
  const { status, body } = await send(
    { query, headers: {}, body: '' },
    { method: 'GET', url, timeout: 60_000, limit: LIMIT },
  )
  const text = body.toString()
  if (status === 200) return text
  const { code, message, cure } = objectIn(text)
  if (code === 'name-unknown' || code === 'contract-violated') throw new UsageError(`${message} ${cure}`)
  throw new KefuError('unreachable', {
    detail: `${url} answered ${status}: there is no mock of kefu, or an older one.`,
  })
}

/** Everything of that world that an audit reads. */
export async function exchangesAt(mock: string, world: string): Promise<Exchanges> {
  const found = objectIn(await doorOf(mock, '/exchanges', { world }))
  if (Array.isArray(found.entries)) return found as unknown as Exchanges
  throw new KefuError('unreachable', { detail: `What answers at ${mock} is no mock of kefu.` })
}

function objectIn(text: string): Record<string, string | undefined> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
