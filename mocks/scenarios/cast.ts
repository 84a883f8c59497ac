/** Everything that is decided once for a conversation: who, where from, by which pages, ids, what is said, and its times. */
import { type Department, departments, type Staff } from './data/company.ts'
import { diceOf } from './dice.ts'
import { type Ids, idsOf, serialOf } from './ids.ts'
import { type Person, personOf } from './person.ts'
import { type Talk, talkOf } from './talk.ts'
import { type Topic, topics } from './topics/index.ts'
import { type Visit, visitOf } from './visit.ts'

export interface Cast {
  /** Milliseconds since 1970 when the story begins. */
  start: number
  topic: Topic
  person: Person
  visit: Visit
  talk: Talk
  ids: Ids
  department: Department
  /** Who takes the conversation, and who takes it over. */
  first: Staff
  second: Staff
  /** Milliseconds, of whole seconds. */
  pauses: { queue: number; handOver: number; filing: number; rating: number; leaving: number }
  /** What the visitor thinks of it, 1 to 5. */
  score: number
  subject: string
  note: string
}

/** `index` counts the conversations of a seed: 0, 1, 2 … */
export function castOf({ seed, index, start }: { seed: string; index: number; start: number }): Cast {
  const dice = diceOf(`${seed}\0${index}`)
  const serial = serialOf(seed, index)
  const topic = dice.one(topics)
  const person = personOf(serial, start, dice)
  const department = departments[topic.department]
  const [first, second] = dice.some<Staff>(department.staff, 2) as [Staff, Staff]
  return {
    start,
    topic,
    person,
    visit: visitOf(topic, dice),
    talk: talkOf(topic, person, dice),
    ids: idsOf(serial, start, dice),
    department,
    first,
    second,
    pauses: {
      queue: dice.seconds(8, 90),
      handOver: dice.seconds(1, 6),
      filing: dice.seconds(5, 40),
      rating: dice.seconds(5, 60),
      leaving: dice.seconds(61, 180),
    },
    score: dice.one([3, 4, 4, 5, 5, 5]),
    subject: dice.one(topic.subjects),
    note: dice.one(topic.notes),
  }
}
