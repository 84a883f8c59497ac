/** Tells what happens at Echat: each message gets its id and its time. */
import type { Pushes } from '../../../schemas/define.ts'
import { echat } from '../../../schemas/index.ts'
import type { Cast } from '../cast.ts'
import { type Event, event, type MessageOf } from '../define.ts'

type Echat = typeof echat
type Push = keyof Pushes<Echat> & string
/** What a message says besides its id and time. */
export type Content<P extends Push> = Omit<MessageOf<Echat, P>, 'msgId' | 'tm'>

export type Say = <P extends Push>(push: P, at: number, content: Content<P>) => Event

/** The ids grow in the order of telling. */
export function teller({ ids, start }: Cast): Say {
  let next = ids.message
  return <P extends Push>(push: P, at: number, content: Content<P>) => {
    const stamp = { msgId: `${next++}`, tm: `${start + at}` }
    // Without its stamp the message was checked above; that both make a whole one is beyond the compiler.
    return event(echat, push, at, { ...stamp, ...content } as unknown as MessageOf<Echat, P>)
  }
}
