/** The mock that a handler calls, seen through the mock's own door, so that it may run in this process or in another. */
import { allowed } from '../../mocks/deliver/address.ts'
import { KefuError, type ProblemCode, problems } from '../../src/wire/errors.ts'
import { send } from '../../src/wire/send.ts'

interface Wanted {
  /** `sobot.customerSave` */
  operation: string
  where?: unknown
  /** Only what came after that entry of the journal. */
  after: number
}

/** Calls count where they succeeded. */
export interface Downstream {
  /** Number of the newest entry of its journal. */
  last(): Promise<number>
  /** Why there are not exactly so many such calls, in words; undefined when there are. */
  expect(wanted: Wanted & { times: number }): Promise<string | undefined>
  /** Why no such call came within so many milliseconds; undefined as soon as one did. */
  wait(wanted: Wanted & { timeout: number }): Promise<string | undefined>
  /** The next so many calls fail. */
  fail(operation: string, times: number): Promise<void>
  /** Takes back what is still to fail. */
  recover(): Promise<void>
  /** Lets the world go that this run held. */
  release(): Promise<void>
}

export interface DownstreamOptions {
  /** Address of the mock. */
  mock: string
  world?: string | undefined
  /** Who holds the world meanwhile: no two runs shall count each other's calls. */
  by: string
  hosts?: readonly string[] | undefined
}

/** Seconds for which the world is held at a time. */
const HELD = 120

/** Throws world-held when another run is under way in that world, unreachable, address-refused, and name-unknown for the world. */
export async function downstreamAt({ mock, world = 'default', by, hosts }: DownstreamOptions): Promise<Downstream> {
  const { origin } = allowed(mock, hosts)
  const own = `${origin}/_kefu/worlds/${encodeURIComponent(world)}`
  const faults = new Set<string>()
  let heldUntil = 0
  let newest = 0
  /** Again once half of the time is over. */
  async function hold() {
    if (performance.now() < heldUntil) return
    await posted(`${own}/hold`, { by, seconds: HELD })
    heldUntil = performance.now() + HELD * 500
  }
  async function recover() {
    for (const id of faults) await deleted(`${own}/faults/${id}`)
    faults.clear()
  }
  await hold()
  return {
    async last() {
      await hold()
      // The page is not needed: what was there the last time has not to be read again for it.
      const query = new URLSearchParams({ world, limit: '1', after: String(newest) })
      const { last } = await got<{ last: number }>(`${origin}/_kefu/journal?${query}`)
      newest = last
      return last
    },
    expect: wanted => unmet(posted(`${own}/expect`, { ...wanted, succeeded: true })),
    wait: wanted => unmet(posted(`${own}/wait`, { ...wanted, succeeded: true }, wanted.timeout)),
    async fail(name, times) {
      const [vendor, operation] = name.split('.')
      const made = await posted<{ id: string }[]>(`${own}/faults`, { vendor, operation, status: 503, times })
      for (const { id } of made) faults.add(id)
    },
    recover,
    async release() {
      await recover()
      await deleted(`${own}/hold?by=${encodeURIComponent(by)}`)
    },
  }
}

/** The words of an expectation that is not met. */
async function unmet(asking: Promise<unknown>): Promise<string | undefined> {
  try {
    await asking
    return undefined
  } catch (error) {
    if (error instanceof KefuError && error.code === 'expectation-failed') return error.message
    throw error
  }
}

const got = <T>(url: string) => asked<T>('GET', url)
const posted = <T>(url: string, body: object, longer = 0) => asked<T>('POST', url, JSON.stringify(body), longer)
const deleted = (url: string) => asked<void>('DELETE', url)

/** Milliseconds for an answer of the door, besides what it is told to wait. */
const TIMEOUT = 5_000

/** Throws what the door refused, as it said it. */
async function asked<T>(method: 'GET' | 'POST' | 'DELETE', url: string, body = '', longer = 0): Promise<T> {
  const http = { query: {}, headers: body ? { 'content-type': 'application/json' } : {}, body }
  const answer = await send(http, { method, url, timeout: TIMEOUT + longer })
  const text = answer.body.toString()
  if (answer.status < 300) return JSON.parse(text) as T
  throw refusalOf(text, answer.status, url)
}

function refusalOf(text: string, status: number, url: string): KefuError {
  try {
    const { code, message } = JSON.parse(text) as { code: ProblemCode; message: string }
    if (Object.hasOwn(problems, code))
      return new KefuError(code, { detail: message.replace(problems[code][1], '').trim() })
  } catch {
    // Something else than the mock's door.
  }
  return new KefuError('status-unexpected', {
    detail: `Expected the door of a kefu mock at ${url}, got status ${status}.`,
  })
}
