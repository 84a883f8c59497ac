/** One conversation at Echat: when it was asked for, answered and over, who served it, and what was said. */
import type { Cast } from '../cast.ts'
import type { Staff } from '../data/company.ts'
import { robot } from '../data/company.ts'
import { type Exchange, type Line, over, spoken } from '../talk.ts'

/** The time of one member of staff in a conversation. */
export interface Service {
  staff: Staff
  from: number
  until: number
  lines: readonly Line[]
}

export interface Chat {
  /** With its prefix. */
  id: string
  type: '1' | '3' | '5'
  /** chatEvent: how it was started. */
  event: string
  /** Which conversation of the visitor it is. */
  count: number
  requested: number
  /** The same as `requested` where nobody had to come. */
  answered: number
  ended: number
  /** chatEndType: what ended it. */
  endType: string
  services: readonly Service[]
  lines: readonly Line[]
}

const begun = ({ ids, visit }: Cast, type: Chat['type'], nth: number) => ({
  type,
  id: `${type}_${ids.chat + nth}`,
  count: visit.chats + nth + 1,
})

/** The visitor clicks and talks to the robot until it knows no more. */
export function robotChat(cast: Cast, from: number): Chat {
  const { talk } = cast
  const lines = spoken([...talk.robot, talk.unanswered], robot.name, from)
  return {
    ...begun(cast, '5', 0),
    event: '1',
    requested: from,
    answered: from,
    ended: over(lines) + 1000,
    endType: '16',
    services: [],
    lines,
  }
}

interface Beginning {
  /** Which conversation of the visit it is, from 0. */
  nth: number
  event: string
  requested: number
  answered: number
}

/** With one person after the other; the first of them answers. The visitor ends it. */
export function personChat(cast: Cast, { nth, ...beginning }: Beginning, parts: [Staff, readonly Exchange[]][]): Chat {
  const services: Service[] = []
  let from = beginning.answered
  for (const [staff, exchanges] of parts) {
    const lines = spoken(exchanges, staff.name, from)
    const until = over(lines) + cast.pauses.handOver
    services.push({ staff, from, until, lines })
    from = until
  }
  const lines = services.flatMap(it => it.lines)
  return { ...begun(cast, '1', nth), ...beginning, ended: from, endType: '1', services, lines }
}

/** Nobody is there: the visitor writes one message, and the window is closed after a while. */
export function messageChat(cast: Cast, from: number, { nth = 0, event = '1' } = {}): Chat {
  const { talk, pauses } = cast
  const at = from + talk.contact.thinking
  const lines = [{ at, visitor: true, speaker: '访客', words: talk.message }]
  const ended = at + pauses.rating
  const times = { requested: from, answered: from, ended }
  return { ...begun(cast, '3', nth), event, ...times, endType: '14', services: [], lines }
}
