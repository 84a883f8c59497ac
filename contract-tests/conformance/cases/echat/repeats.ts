/** The same message again: a sender that saw no acknowledgement cannot know whether it arrived. */
import { grouped, started } from './group.ts'

export const repeats = grouped('delivery', [
  {
    id: 'echat.repeated',
    title: 'A message that comes again is acknowledged again, and takes effect once',
    why: 'Echat sends again whenever an acknowledgement was lost: who refuses the copy gets it for ever, who acts on it acts twice.',
    source: 'echat.retries',
    severity: 'must',
    steps: [
      { send: { ...started, name: 'first' }, expect: 'acknowledged' },
      { send: { again: 'first' }, expect: 'acknowledged' },
      { send: { again: 'first' }, expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.repeated-byte-for-byte',
    title: 'The very same request again is acknowledged, not taken for an attack',
    why: 'Whether a repeat is signed anew is not documented; a list of used signatures must not refuse the same message.',
    source: 'echat.retrySignature',
    severity: 'must',
    steps: [
      { send: { ...started, name: 'first' }, expect: 'acknowledged' },
      { send: { exactly: 'first' }, expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.repeated-at-once',
    title: 'Twenty copies at the same moment are all acknowledged, and take effect once',
    why: 'Copies overtake one another on several connections; a look before the write lets two of them pass.',
    source: 'echat.retries',
    severity: 'must',
    alone: true,
    steps: [
      {
        send: [
          { ...started, name: 'first' },
          ...Array.from({ length: 19 }, (_, index) => (index % 2 ? { exactly: 'first' } : { again: 'first' })),
        ],
        expect: 'acknowledged',
      },
    ],
  },
  {
    id: 'echat.same-id-in-two-data-types',
    title: 'Two kinds of message with one msgId are two messages',
    why: 'The examples of the document share ids across kinds, so an id alone does not tell a repeat.',
    source: '3.1.2',
    severity: 'should',
    steps: [
      { send: { ...started, set: { msgId: draw => draw.same('message') } }, expect: 'acknowledged' },
      { send: { push: 'chatAnswer', set: { msgId: draw => draw.same('message') } }, expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.forged-before-sound',
    title: 'A forged copy that comes first does not keep the sound message out',
    why: 'A handler that notes the id before it checks the signature lets anybody suppress messages.',
    source: 'erratum Q04',
    severity: 'must',
    steps: [
      { send: { ...started, name: 'first', signature: 'digit' }, expect: 'refused' },
      { send: { again: 'first' }, expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.broken-before-sound',
    title: 'A message that came broken is acknowledged when it comes whole',
    why: 'A handler that notes the proof or the id of what it could not read never gets it.',
    source: 'echat.retries',
    severity: 'must',
    steps: [
      { send: { ...started, name: 'first', body: { keep: 0.5 } }, expect: 'refused' },
      { send: { again: 'first' }, expect: 'acknowledged' },
    ],
  },
])
