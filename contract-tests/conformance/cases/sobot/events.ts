/** Events of Sobot: several in one message, of several kinds, in no certain order, and of products that the document leaves out. */
import { added } from '../../../../schemas/sobot/examples/customer-added.ts'
import { updated } from '../../../../schemas/sobot/examples/customer-updated.ts'
import type { Draw, Sending, Step, Value } from '../../case.ts'
import { under } from '../json/anatomy.ts'
import { survived } from '../json/broken.ts'

const merged = { companyid: updated.companyid, datetime: 1_614_222_177, msg_type: 1, merged_userid: added.userid }

/** Each of a customer of its own. */
const entries = (all: readonly object[]): Value => {
  return (draw: Draw) => all.map(it => ({ ...it, userid: draw.hex(32) }))
}
const message = (...all: object[]): Sending => ({ push: 'customerUpdated', set: { content: entries(all) } })

/** More than one thing comes of it, or the handler may leave it. */
const taken = (send: Sending | Sending[]): Step => ({ send, expect: 'acknowledged', effects: 'unknown' })

const customer = (draw: Draw) => `5b4ea33ae5a702714337${draw.same('customer')}abc`
const change: Sending = { push: 'customerUpdated', set: { 'content.0.userid': customer }, label: 'changed' }
const merger: Sending = { push: 'customerMerged', set: { 'content.0.merged_userid': customer }, label: 'merged' }
const addition: Sending = { set: { 'content.0.userid': customer }, label: 'added' }

export const batches = under('sobot', 'delivery', {
  'several-events': {
    title: 'A message of three events is acknowledged',
    why: 'content is a list: who reads its first entry alone loses the others without a word.',
    source: 'sobot.pushBatch',
    severity: 'must',
    steps: [{ send: message(updated, updated, updated), expect: 'acknowledged' }],
  },
  'twenty-events': {
    title: 'A message of twenty events is acknowledged in time',
    why: 'Other messages of the vendor pack as many; one call after the other takes longer than the vendor waits.',
    source: 'sobot.pushBatch',
    severity: 'should',
    steps: [taken(message(...Array.from({ length: 20 }, () => updated)))],
  },
  'mixed-events': {
    title: 'New, changed and merged customers in one message are acknowledged',
    why: 'All three have the type crm, so the packing can mix them: look at every entry.',
    source: 'sobot.pushBatchKinds',
    severity: 'should',
    steps: [taken(message(added, updated, merged)), taken(message(merged, added))],
  },
  'unknown-event-among-others': {
    title: 'An event of an unknown kind between known ones does not keep the message from being acknowledged',
    why: 'Refused for one entry, all of them come again and are lost in the end.',
    source: 'sobot.pushBatchKinds',
    severity: 'should',
    steps: [taken(message(updated, { ...merged, msg_type: '7' }, updated))],
  },
  'no-events': {
    title: 'A message without events is answered, and the next one acknowledged',
    why: 'The first entry of an empty list is nothing, and kinds are told by the first entry.',
    source: '4.1',
    severity: 'must',
    steps: survived(
      { set: { content: [] }, label: 'empty' },
      { set: { content: null }, label: 'null' },
      { set: { content: {} }, label: 'an object' },
      { set: { content: [null, 'x', [], {}] }, label: 'entries that are none' },
    ),
  },
  'merged-before-changed': {
    title: 'A merger is acknowledged before the change of the customer that is gone, and the change after it',
    why: 'Each is sent at once, and a repeat comes seconds later: an update that finds no row must not be refused.',
    source: 'sobot.pushRetries',
    severity: 'should',
    steps: [taken(merger), taken(change)],
  },
  'changed-before-added': {
    title: 'A change is acknowledged before the addition of the customer, and the addition after it',
    why: 'Write by userid: an insert that finds a row, and an update that finds none, are both the same customer.',
    source: 'sobot.addedOrUpdated',
    severity: 'should',
    steps: [taken(change), taken(addition)],
  },
  'same-customer-at-once': {
    title: 'Addition and change of one customer at the same moment are acknowledged',
    why: 'Both find no row, both insert one, and the second fails at the unique key.',
    source: 'sobot.addedOrUpdated',
    severity: 'should',
    steps: [taken([addition, change])],
  },
  'changed-in-the-same-second': {
    title: 'Two changes of one customer within a second are acknowledged',
    why: 'Times have seconds: a key of customer and time takes the second change for a copy of the first.',
    source: 'erratum S115',
    severity: 'must',
    steps: [
      taken(change),
      taken({ ...change, set: { ...change.set, 'content.0.user_nick': '许先生' }, label: 'changed again' }),
    ],
  },
})

const field = 'content.0.extend_field_values'

export const events = under('sobot', 'texts', {
  'unknown-type': {
    title: 'A message of another product is acknowledged',
    why: 'Tickets and calls go to the same address: what is refused comes again, and fills the list of failures.',
    source: '4.1',
    severity: 'should',
    steps: [taken({ set: { type: 'ticket', sys_code: '30' } })],
  },
  'unknown-kind': {
    title: 'An event whose msg_type no document has is acknowledged',
    why: 'Two kinds are documented for three events: another one is to be expected.',
    source: 'erratum S84',
    severity: 'should',
    steps: [taken({ set: { 'content.0.msg_type': '2' } })],
  },
  'other-order-of-kinds': {
    title: 'msg_type as a number for a change, and as text for a merger, is acknowledged',
    why: 'The examples have text in one push and a number in the other: 0 and "0" are the same code.',
    source: 'erratum S86',
    severity: 'should',
    steps: [
      { send: { push: 'customerUpdated', set: { 'content.0.msg_type': 0 } }, expect: 'acknowledged' },
      { send: { push: 'customerMerged', set: { 'content.0.msg_type': '1' } }, expect: 'acknowledged' },
    ],
  },
  'custom-fields-empty': {
    title: 'Custom fields as an empty list are acknowledged, and as "" too',
    why: 'The table says list, the example has "": a loop over a text goes wrong in silence, or throws.',
    source: 'erratum S80',
    severity: 'must',
    steps: [
      { send: { push: 'customerUpdated', set: { [field]: '' } }, expect: 'acknowledged' },
      { send: { push: 'customerUpdated', set: { [field]: [] } }, expect: 'acknowledged' },
    ],
  },
  'null-fields': {
    title: 'Fields that are null are answered, and the next message acknowledged',
    why: 'No value is "" here; the same customer read by the API has null in these places.',
    source: 'erratum S101',
    severity: 'must',
    steps: survived(
      { set: { 'content.0.user_tels': null, 'content.0.update_datetime': null } },
      { set: { [field]: null } },
      { set: { 'content.0.userid': null } },
    ),
  },
  'several-numbers': {
    title: 'Several telephone numbers in one text are acknowledged',
    why: 'They stand between commas, and a column for one number is too short for them.',
    source: '4.2',
    severity: 'should',
    steps: [
      {
        send: {
          push: 'customerUpdated',
          set: { 'content.0.user_tels': Array.from({ length: 10 }, (_, at) => `1600000010${at}`).join(',') },
        },
        expect: 'acknowledged',
      },
    ],
  },
  'missing-fields': {
    title: 'A change that has its ids alone is acknowledged',
    why: 'The table says of no field but the ids that it is always there.',
    source: '4.2',
    severity: 'should',
    steps: [
      taken({
        push: 'customerUpdated',
        set: { content: entries([{ companyid: updated.companyid, datetime: '1614222756', msg_type: '0' }]) },
      }),
    ],
  },
})

export const acknowledgement = under('sobot', 'acknowledgement', {
  'exact-acknowledgement': {
    title: 'The answer is JSON with code 0',
    why: 'The page on answers is a lost link; receivers of the sister messages answer that, and any 2xx may not do.',
    source: 'sobot.pushAcknowledgement',
    severity: 'may',
    steps: [
      { send: {}, expect: 'acknowledged', accepts: { status: '2xx', json: [{ field: 'code', values: [0, '0'] }] } },
    ],
  },
})
