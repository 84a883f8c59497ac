/** Delivery: repeats, bursts, slow and broken connections, and failures behind the handler. */
import type { Sending } from '../../case.ts'
import { type Anatomy, under } from './anatomy.ts'

const copies = (count: number): Sending[] => [
  { name: 'one', label: 'copy 1' },
  ...Array.from({ length: count - 1 }, (_, at): Sending => ({ exactly: 'one', label: `copy ${at + 2}` })),
]

export const delivery = ({ vendor, repeatSource: source, push }: Anatomy) =>
  under(vendor, 'delivery', {
    repeated: {
      title: 'A message that comes again is acknowledged again, and handled once',
      why: 'Answers get lost on the way, and people push again by hand: a refused copy keeps coming.',
      source,
      severity: 'must',
      steps: [
        { send: { name: 'one' }, expect: 'acknowledged' },
        { send: { again: 'one' }, expect: 'acknowledged' },
      ],
    },
    'repeated-byte-for-byte': {
      title: 'The very same request again is acknowledged again, and handled once',
      why: 'Whether a repeat is written anew is stated nowhere: queues and gateways send the bytes that they have.',
      source,
      severity: 'should',
      steps: [
        { send: { name: 'one' }, expect: 'acknowledged' },
        { send: { exactly: 'one' }, expect: 'acknowledged' },
      ],
    },
    'repeated-at-once': {
      title: 'Twenty copies at the same moment are acknowledged in the end, and handled once',
      why: 'Looking whether a message is known and storing it are two steps, and copies pass between them.',
      source,
      severity: 'must',
      alone: true,
      steps: [{ send: copies(20), expect: 'delivered' }],
    },
    'fifty-at-once': {
      title: 'Fifty messages at the same moment are all acknowledged in time',
      why: 'After an outage a vendor sends what it has kept all at once.',
      source,
      severity: 'must',
      alone: true,
      steps: [
        { send: Array.from({ length: 50 }, (_, at) => ({ label: `message ${at + 1}` })), expect: 'acknowledged' },
      ],
    },
    'slow-sender': {
      title: 'A body that arrives in ten pieces is acknowledged',
      why: 'A body of several packets comes in pieces; a handler that reads only the first loses every longer message.',
      source: 'RFC 9112, 6.3',
      severity: 'must',
      steps: [{ send: { push, pieces: { count: 10, pause: 8 } }, expect: 'acknowledged' }],
    },
    'broken-off': {
      title: 'A message whose connection ended in the middle is taken when it comes again',
      why: 'Half a body is no message: a handler must neither act on it nor remember it, nor end with it.',
      source: 'RFC 9112, 8',
      severity: 'must',
      steps: [
        { send: { name: 'one', cut: true }, expect: 'anything' },
        { send: { again: 'one' }, expect: 'acknowledged' },
      ],
    },
    recovery: {
      title: 'A message that came broken is refused, and taken when it comes whole',
      why: 'Half a message that is acknowledged is never sent again; one that is remembered is never taken.',
      source,
      severity: 'should',
      steps: [
        { send: { name: 'one', body: { keep: 0.7 } }, expect: 'refused' },
        { send: { again: 'one' }, expect: 'acknowledged' },
      ],
    },
    'downstream-fails': {
      title: 'A message is acknowledged only when what it has to bring about was done',
      why: 'What is acknowledged is never sent again: when the system behind failed, the message is lost.',
      source,
      severity: 'must',
      needs: 'effects',
      alone: true,
      steps: [{ send: {}, downstreamFails: 1, expect: 'delivered' }],
    },
  })
