/** Proofs that hold by arithmetic and should not be believed all the same. */
import { sound } from '../../case.ts'
import { grouped, started } from './group.ts'

/** Seconds of a day: more than any clock is off. */
const DAY = 86_400

export const proofs = grouped('forged messages', [
  {
    id: 'echat.stale-timestamp',
    title: 'A message that was signed a day ago is refused',
    why: 'Without a limit a proof that was seen once, in a log or on the way, is good for ever.',
    source: 'echat.freshness',
    cure: 'Refuse what is more than five minutes from now; the timestamp is in milliseconds, ten digits would be seconds.',
    severity: 'should',
    steps: [{ send: { ...started, clock: -DAY }, expect: 'refused' }],
  },
  {
    id: 'echat.future-timestamp',
    title: 'A message that was signed a day ahead is refused',
    why: 'A limit in one direction only leaves a proof from the future good until its day has come.',
    source: 'echat.freshness',
    cure: 'Refuse what is more than five minutes from now, in either direction.',
    severity: 'should',
    steps: [{ send: { ...started, clock: DAY }, expect: 'refused' }],
  },
  {
    id: 'echat.minute-off',
    title: 'A message whose sender’s clock is a minute off is acknowledged',
    why: 'Clocks differ: a limit of seconds refuses what is sound, on the day when one of them drifts.',
    source: 'echat.freshness',
    severity: 'must',
    steps: [
      {
        send: [
          { ...started, clock: -60, label: 'a minute behind' },
          { ...started, clock: 60, label: 'a minute ahead' },
        ],
        expect: 'acknowledged',
      },
    ],
  },
  {
    id: 'echat.timestamp-no-number',
    title: 'A signed timestamp that is no number is refused',
    why: 'The age of NaN is neither too old nor too new, so that it slips through most comparisons.',
    source: 'echat.timestamp',
    severity: 'should',
    steps: [{ send: { ...started, clock: Number.NaN }, expect: 'refused' }],
  },
  {
    id: 'echat.parameter-twice',
    title: 'An address that has a parameter twice is refused, and the next message acknowledged',
    why: 'One reader takes the first, the next the last: what was checked is then not what is used.',
    source: 'RFC 3986, 3.4',
    severity: 'may',
    steps: [
      {
        send: [
          { ...started, behind: '&dataType=chatEnd', label: 'dataType' },
          { ...started, behind: '&signature=0000000000000000000000000000000000000000', label: 'signature' },
        ],
        expect: 'refused',
      },
      sound,
    ],
  },
])
