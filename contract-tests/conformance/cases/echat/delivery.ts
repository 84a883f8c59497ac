/** Messages as a network and a busy day deliver them: many, late, in another order, in pieces, while something else is down. */
import { contracts } from '../../../../schemas/contracts.ts'
import { echat as vendor } from '../../../../schemas/index.ts'
import { type Sending, sound } from '../../case.ts'
import { grouped, started } from './group.ts'

/** A config says of some pushes what they bring about, and which is not known here. */
const everyPush: readonly Sending[] = contracts(vendor, 'push').map(({ id }) => ({ push: id }))

/** Of one conversation. */
const ofOne = (push: string): Sending => ({
  push,
  set: { 'chatData.chatRecordId': draw => `1_${draw.same('conversation')}` },
})

export const delivery = grouped('delivery', [
  {
    id: 'echat.fifty-at-once',
    title: 'Fifty messages at the same moment are all acknowledged',
    why: 'After a disturbance everything that waited comes at once.',
    source: 'echat.retries',
    severity: 'must',
    alone: true,
    steps: [{ send: Array.from({ length: 50 }, () => started), expect: 'acknowledged' }],
  },
  {
    id: 'echat.out-of-order',
    title: 'The end of a conversation that comes before its beginning is acknowledged, and so is the beginning',
    why: 'No order is promised: who waits for the beginning before it takes the end waits for what may have been overtaken.',
    source: 'echat.ordering',
    severity: 'must',
    steps: [
      { send: ofOne('chatEnd'), expect: 'acknowledged' },
      { send: ofOne('chatStart'), expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.slow-sender',
    title: 'A message that arrives in pieces is acknowledged',
    why: 'A body is a stream: who reads the first piece for the whole works until a message is longer than one packet.',
    source: 'RFC 9112, 6.3',
    severity: 'must',
    steps: [{ send: { ...started, pieces: { count: 7, pause: 40 } }, expect: 'acknowledged' }],
  },
  {
    id: 'echat.broken-off',
    title: 'A message whose sender went away in the middle is taken when it comes again',
    why: 'Half a message is none: a handler that stops, or keeps the half, loses the whole.',
    source: 'RFC 9112, 8',
    severity: 'must',
    steps: [
      { send: { ...started, name: 'first', cut: true }, expect: 'anything' },
      { send: { again: 'first' }, expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.recovery',
    title: 'After forged, broken and unknown messages a sound one is acknowledged',
    why: 'One bad message must not spoil what comes after it.',
    source: '1',
    severity: 'must',
    steps: [
      { send: { ...started, signature: 'digit' }, expect: 'refused' },
      { send: { ...started, text: { whole: '<xml><msgId>' } }, expect: 'answered' },
      { send: { push: 'visitorTrackPage', dataType: 'kefuUnknown' }, expect: 'answered' },
      sound,
    ],
  },
  {
    id: 'echat.downstream-fails',
    title: 'A message whose effect fails at first takes effect when it comes again',
    why: 'Who acknowledges before the work is done, or takes the copy for one that was done, loses it without a trace.',
    source: 'echat.retries',
    severity: 'must',
    needs: 'effects',
    alone: true,
    steps: [{ send: everyPush, downstreamFails: 1, expect: 'delivered' }],
  },
  {
    id: 'echat.downstream-fails-again',
    title: 'A message whose effect fails at every attempt but the last takes effect in the end',
    why: 'Echat sends three times more: a handler that gives up earlier, or counts a failed attempt as done, loses what could be saved.',
    source: 'echat.retries',
    severity: 'should',
    needs: 'effects',
    alone: true,
    steps: [{ send: started, downstreamFails: 3, expect: 'delivered' }],
  },
])
