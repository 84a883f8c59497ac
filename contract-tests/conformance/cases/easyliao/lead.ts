/** What a lead holds, and how leads of one visitor follow each other. */
import type { Draw, Sending, Step, Value } from '../../case.ts'
import { under } from '../json/anatomy.ts'
import { survived } from '../json/broken.ts'

const lines = 'currentChatJsonDetail'

const acknowledged = (...all: Sending[]): Step[] => all.map(send => ({ send, expect: 'acknowledged' }))
const taken = (send: Sending | Sending[]): Step => ({ send, expect: 'acknowledged', effects: 'unknown' })

const line = (at: number) => ({
  chat_id: 351_940_826,
  create_time: '2020-04-13 16:49:47',
  from_id: 'agent-kf',
  message: `第${at}行`,
  recorder_id: 1_860_472_315 + at,
  type: 'RECORD_RECORD',
})

export const leads = under('easyliao', 'texts', {
  'visitor-id-with-zero': {
    title: 'The id of the visitor, 32 digits with a leading zero, is acknowledged',
    why: 'The table calls it unique and the example begins it with 0: no number type of any language keeps it.',
    source: '1',
    severity: 'must',
    steps: acknowledged({ set: { visitorStaticId: draw => `0${draw.digits(31)}` } }),
  },
  'bare-ids': {
    title: 'Ids as bare numbers, in the lead and in its lines, are acknowledged',
    why: 'The table says text and the printed lines have numbers; other interfaces of the vendor mix them.',
    source: 'easyliao.idForm',
    severity: 'should',
    steps: acknowledged({ choose: { idForm: 'number' } }),
  },
  'long-bare-ids': {
    title: 'An id of 19 digits as a bare number is acknowledged',
    why: 'JavaScript rounds it; what has to be kept exactly is read from the text of the message.',
    source: 'easyliao.idForm',
    severity: 'may',
    steps: acknowledged({ set: { siteId: 'kefu' }, body: { replace: [['"kefu"', '9007199254740993123']] } }),
  },
  'empty-conversation': {
    title: 'A lead without a line of conversation is acknowledged',
    why: 'A lead can be made from a call or a form; the first line of an empty list is nothing.',
    source: '1',
    severity: 'should',
    steps: acknowledged({ set: { [lines]: [] } }, { unset: [lines] }),
  },
  'long-conversation': {
    title: 'A conversation of a thousand lines is acknowledged',
    why: 'It is sent whole; a handler that stores line by line is not done in time, and nothing is sent again.',
    source: 'easyliao.timeoutSeconds',
    severity: 'should',
    steps: acknowledged({ set: { [lines]: Array.from({ length: 1_000 }, (_, at) => line(at)) } }),
  },
  'unknown-line': {
    title: 'A line of an unknown kind is acknowledged',
    why: 'The document shows one kind and explains none.',
    source: 'erratum L12',
    severity: 'should',
    steps: acknowledged({ set: { [`${lines}.1`]: { type: 'KEFU_RECORD', payload: { image: 'x' } } } }),
  },
  'conversation-broken-inside': {
    title: 'A conversation that is a text and no JSON is answered, and the next message acknowledged',
    why: 'Where it is JSON inside a text there is a second parser, whose failure is easily forgotten.',
    source: 'easyliao.conversationForm',
    severity: 'must',
    steps: survived({ set: { [lines]: '[{"message":' } }, { set: { [lines]: '' } }),
  },
  'null-fields': {
    title: 'Fields that are null are answered, and the next message acknowledged',
    why: 'What is empty in the example may be null in the next release, and null has no length.',
    source: '1',
    severity: 'must',
    steps: survived(
      { set: { mobile: null, tel: null, name: null } },
      { set: { [lines]: null } },
      { set: { visitorStaticId: null } },
    ),
  },
  'no-visitor': {
    title: 'A lead without the id of its visitor is answered, and the next message acknowledged',
    why: 'It is the one id that has to be there, so it is the one whose absence is never tried.',
    source: 'easyliao.requiredIds',
    severity: 'must',
    steps: survived({ unset: ['visitorStaticId'] }),
  },
})

const visitor = (draw: Draw) => `01${draw.same('head')}${draw.same('middle')}${draw.same('tail')}123`
const ofVisitor: Record<string, Value> = { visitorStaticId: visitor }
const earlier: Sending = { set: { ...ofVisitor, editTime: '2020-04-13 16:50:10' }, label: 'the earlier' }
const later: Sending = { set: { ...ofVisitor, editTime: '2020-04-13 16:59:10', note: '已回访' }, label: 'the later' }

export const order = under('easyliao', 'delivery', {
  'same-visitor-again': {
    title: 'A second lead of the same visitor is acknowledged',
    why: 'A visitor comes back: the id is unique to the visitor, and not to the lead.',
    source: '1',
    severity: 'must',
    steps: [taken(earlier), taken(later)],
  },
  'out-of-order': {
    title: 'A lead that was edited later is acknowledged before the earlier one, and the earlier one after it',
    why: 'Each lead is a request of its own, and nobody promises an order.',
    source: 'easyliao.retries',
    severity: 'should',
    steps: [taken(later), taken(earlier)],
  },
  'same-visitor-at-once': {
    title: 'Two leads of one visitor at the same moment are acknowledged',
    why: 'Both find no row of this visitor, both insert one, and the second fails at the unique key.',
    source: '1',
    severity: 'should',
    steps: [taken([earlier, later])],
  },
  'several-in-a-list': {
    title: 'Two leads in one list are answered, and the next message acknowledged',
    why: 'Who takes the first of a list loses the second without a word.',
    source: 'easyliao.bodyForm',
    severity: 'should',
    steps: survived({ body: { before: '[{"visitorStaticId":"0123"},', after: ']' } }),
  },
})
