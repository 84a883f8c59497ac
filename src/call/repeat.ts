/** A call with all its attempts: which are made, how long it waits between them, and when it gives up. */
import { KefuError } from '../wire/errors.ts'
import { attempt, type Secret, sealed } from './attempt.ts'
import { type Setback, told } from './failure.ts'
import { pause, within } from './timing.ts'
import type { Asked, CallOptions, Settings } from './types.ts'

/** The passing credential of a vendor that has one. */
export interface Session {
  /** Name of the credential. */
  name: string
  /** The one that is in force, fetched where there is none. */
  token(): Promise<string>
  /** The vendor does not take this one. */
  refused(token: string): void
}

/** What does not change from call to call. */
export interface Caller {
  settings: Settings
  credentials: Secret
  session?: Session | undefined
}

/** How far a call has come. */
interface Progress {
  made: number
  last?: Error
}

/** Answers the reply. Throws VendorFailure or KefuError, which tell how many attempts were made. */
export async function repeated(asked: Asked, caller: Caller, options: CallOptions = {}): Promise<unknown> {
  const { signal, ...rest } = options
  const settings = { ...caller.settings, ...rest }
  const { deadline = 30_000 } = settings
  const late = () => new KefuError('deadline-passed', { detail: `${asked.operation.id}: not within ${deadline} ms.` })
  const progress: Progress = { made: 0 }
  try {
    return await within(deadline, late, signal, own => attempts(asked, { ...caller, settings }, own, progress))
  } catch (error) {
    // What ended it from outside tells what had gone wrong until then.
    if (error instanceof KefuError && error !== progress.last) error.cause ??= progress.last
    throw told(error as Error, progress.made)
  }
}

async function attempts(asked: Asked, caller: Caller, signal: AbortSignal, progress: Progress) {
  const { settings, credentials } = caller
  const session = asked.operation.contract.open ? undefined : caller.session
  const now = settings.now ?? Date.now
  // What is wrong with the input is told before a token is fetched for it.
  if (session) sealed(asked, { ...credentials, [session.name]: 'to come' }, now())
  let refused = false
  for (;;) {
    const token = await session?.token()
    const secret = session ? { ...credentials, [session.name]: token } : credentials
    signal.throwIfAborted()
    const http = sealed(asked, secret, now())
    progress.made++
    const outcome = await attempt(asked, http, secret, settings, signal)
    if ('reply' in outcome) return outcome.reply
    progress.last = outcome.error
    if (outcome.kind === 'token' && session && token !== undefined && !refused) {
      refused = true
      session.refused(token)
      continue
    }
    const wait = waitBefore(progress.made - Number(refused), outcome, asked, settings)
    if (wait === undefined) throw outcome.error
    await (settings.sleep ?? pause)(wait, signal)
  }
}

/** Milliseconds until another attempt after so many; undefined where none is to be made. */
function waitBefore(made: number, { kind, wait = 0 }: Setback, { operation }: Asked, settings: Settings) {
  const { attempts = 3, retryWrites = false, backoff = {}, random = Math.random } = settings
  const { first = 200, most = 10_000 } = backoff
  const { reads = operation.contract.method === 'GET' } = operation.contract
  const again = kind === 'undone' || (kind === 'uncertain' && (reads || retryWrites))
  // A vendor that asks for a longer wait than the caller has is not asked in vain.
  if (!again || made >= attempts || wait > most) return undefined
  return wait + random() * Math.min(most, first * 2 ** (made - 1))
}
