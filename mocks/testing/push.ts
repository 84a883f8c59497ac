/** Has a world send one push, and tells what became of it. */
import { KefuError } from '../../src/wire/errors.ts'
import { messageOf } from '../deliver/message.ts'
import type { DeadLetter } from '../deliver/queue.ts'
import type { Message } from '../world/outbox.ts'
import type { World } from '../world/world.ts'
import { type Addressing, type Lent, lend } from './address.ts'
import { contractNamed, type MessageNamed, type PushName } from './names.ts'

export interface PushOptions<N extends PushName = PushName> extends Addressing {
  /** Where it goes: this machine, unless the mock was given `hosts`. */
  to: string
  /** The message itself, instead of an example. */
  message?: MessageNamed<N>
  /** Name of an example or a variant; the documented one by default. */
  example?: string
  /** Dotted path → value: `{ 'chatData.chatRecordId': '1_99' }`. */
  set?: Record<string, unknown>
}

/** How a push ended. */
export interface Pushed {
  /** In the world's outbox. */
  number: number
  acknowledged: boolean
  /** Of the last answer; 0 when there was none. */
  status: number
  attempts: number
  /** Why it was not acknowledged. */
  reason?: string
  /** What is left of a push that was given up. */
  deadLetter?: DeadLetter
}

/**
 * Settles once the push was acknowledged or given up, or the signal is aborted; with another profile than `once` the world's clock decides when it is tried again.
 * Rejects with name-unknown, contract-violated, address-refused, value-unsendable, text-unwritable and body-too-large.
 */
export async function push(world: World, name: string, options: AnyPush, signal?: AbortSignal): Promise<Pushed> {
  const { to, message, example, set, ...rest } = options
  const { vendor, contract } = contractNamed('push', name)
  if (message !== undefined && (example !== undefined || set))
    throw new KefuError('contract-violated', { detail: 'Expected a message, or an example with set; got both.' })
  const said = message ?? messageOf(contract, { example, ...(set && { set: texts(set) }) })
  const lent = await lend(world, vendor, to, rest)
  try {
    return await ended(world, { vendor, push: contract, message: said }, lent, signal)
  } finally {
    lent.giveBack()
  }
}

type AnyPush = Omit<PushOptions, 'message'> & { message?: unknown }

const texts = (set: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(set).map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value)]),
  )

/** Told by the outbox; nothing settles before `enqueue` has answered. */
function ended({ outbox }: World, sent: Message, lent: Lent, signal?: AbortSignal): Promise<Pushed> {
  const [number] = outbox.enqueue({ ...sent, endpoint: lent.id })
  if (number === undefined) return Promise.resolve({ ...UNSENT, reason: SILENT })
  return new Promise(resolve => {
    let last: Pick<Pushed, 'status' | 'reason'> = { status: 0 }
    const stop = outbox.watch({
      attempted({ push, outcome: { status, reason, paused } }) {
        if (push.number !== number) return
        last = { status, ...(reason !== undefined && { reason }) }
        // It would wait until somebody resumes the address, which nobody can.
        if (paused) lent.giveBack()
      },
      settled(push, { acknowledged, reason }) {
        if (push.number !== number) return
        stop()
        signal?.removeEventListener('abort', forget)
        const deadLetter = outbox.deadLetters().find(it => it.number === number)
        resolve({
          number,
          acknowledged,
          attempts: push.attempts + (acknowledged ? 1 : 0),
          ...(!acknowledged && reason !== undefined && { reason }),
          ...last,
          ...(deadLetter && { deadLetter }),
        })
      },
    })
    function forget() {
      stop()
      resolve({ ...UNSENT, ...last, number: number as number, reason: FORGOTTEN })
    }
    signal?.addEventListener('abort', forget, { once: true })
  })
}

const UNSENT: Pushed = { number: 0, acknowledged: false, status: 0, attempts: 0 }
const SILENT = 'By the choices of this world its vendor sends no such message.'
const FORGOTTEN = 'The world was restored or removed, or the mock closed, before it was acknowledged.'
