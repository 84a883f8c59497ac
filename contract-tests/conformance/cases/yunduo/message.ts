/** What a message of Yunduo holds that a handler has not met in the printed example. */
import type { Sending, Step } from '../../case.ts'
import { under } from '../json/anatomy.ts'
import { survived } from '../json/broken.ts'

const talk = 'pushInfoCrmDTO.conversationList.0'
const line = `${talk}.conversationInfo.0`

const acknowledged = (send: Sending): Step[] => [{ send, expect: 'acknowledged' }]
const unjudged = (send: Sending): Step[] => [{ send, expect: 'acknowledged', effects: 'unknown' }]

const message = (at: number) => ({
  ext: '{"type": 2,"msgType":"robot"}',
  msgidclient: `5c0391d3-9f28-4b05-a0ff-${String(at).padStart(12, '0')}`,
  msgid: 11_722_184_115_308 + at,
  from: '5000962',
  type: 100,
  sendtime: 1_719_540_915_228 + at,
  body: { msg: `<p>${at}</p>` },
  fromclienttype: 32,
})

export const messages = under('yunduo', 'texts', {
  'unknown-kind': {
    title: 'A push of a third kind is acknowledged',
    why: 'The kind is a number in the message alone; what is refused comes again and marks the card as failed.',
    source: 'yunduo.retries',
    severity: 'should',
    steps: unjudged({ set: { type: 3 } }),
  },
  'kind-as-text': {
    title: 'The kind of push as text is answered, and the next message acknowledged',
    why: 'Coded fields change between numbers and text all over this document.',
    source: 'erratum Y41',
    severity: 'must',
    steps: survived({ set: { type: '1' } }, { unset: ['type'] }),
  },
  'unknown-names': {
    title: 'Names that the document does not show are acknowledged in every coded field',
    why: 'The tables have 59 codes and the example shows the names of 13: most real messages have others.',
    source: 'yunduo.unknownNames',
    severity: 'should',
    steps: acknowledged({
      set: Object.fromEntries(
        ['conBuildMode', 'conBuildSource', 'conEndMode', 'csType', 'status'].map(it => [`${talk}.${it}`, 'KEFU_NAME']),
      ),
    }),
  },
  'unknown-special-message': {
    title: 'A special message of a shape that is not published is acknowledged',
    why: 'No table lists the shapes: forms, cards and transfers have keys of their own.',
    source: 'erratum Y54',
    severity: 'should',
    steps: acknowledged({
      set: { [`${line}.body.msg`]: { result: [{ kefu: 1 }], form: null }, [`${line}.ext`]: '{"type": 14,"kefu":{}}' },
    }),
  },
  'special-message-as-text': {
    title: 'Text in a message that is usually an object is acknowledged',
    why: 'The table says object, its remark says text, and the example has 22 of one and 4 of the other.',
    source: 'erratum Y15',
    severity: 'must',
    steps: acknowledged({ set: { [`${talk}.conversationInfo.5.body.msg`]: '{"result":"SLOT"}' } }),
  },
  'extension-no-json': {
    title: 'A message whose ext is no JSON is answered, and the next one acknowledged',
    why: 'ext is JSON inside a text: a second parser, whose failure is easily forgotten.',
    source: 'erratum Y47',
    severity: 'must',
    steps: survived({ set: { [`${line}.ext`]: '{"type": 2' } }, { set: { [`${line}.ext`]: '' } }),
  },
  'long-message-ids': {
    title: 'Message ids beyond 2^53 as bare numbers are acknowledged',
    why: 'They have 14 digits already; a column of 32 bits overflows, and JavaScript rounds from 2^53 on.',
    source: '1',
    severity: 'may',
    steps: acknowledged({
      set: { [`${line}.msgid`]: 1 },
      body: { replace: [['"msgid":1,', '"msgid":9007199254740993123,']] },
    }),
  },
  'no-messages': {
    title: 'A conversation without messages is acknowledged',
    why: 'A card can be left before anybody has written, and a handler that takes the first message finds none.',
    source: '1',
    severity: 'should',
    steps: unjudged({ set: { [`${talk}.conversationInfo`]: [] } }),
  },
  'many-messages': {
    title: 'A conversation of a thousand messages is acknowledged',
    why: 'It is sent whole at its end; a handler that stores line by line is not done within five seconds.',
    source: 'yunduo.timeout',
    severity: 'should',
    steps: acknowledged({
      set: { [`${talk}.conversationInfo`]: Array.from({ length: 1_000 }, (_, at) => message(at)) },
    }),
  },
  'oldest-first': {
    title: 'Messages from the oldest to the newest are acknowledged',
    why: 'The order is seen in the example and stated nowhere: sort by sendtime.',
    source: 'yunduo.messageOrder',
    severity: 'should',
    steps: acknowledged({ choose: { messageOrder: 'oldestFirst' } }),
  },
  'null-fields': {
    title: 'Fields that are null are answered, and the next message acknowledged',
    why: 'The document lists null for two fields, and a sender that writes it there writes it elsewhere some day.',
    source: 'erratum Y38',
    severity: 'must',
    steps: survived(
      { set: { [`${talk}.endTime`]: null, [`${talk}.conversationInfo`]: null } },
      { set: { 'pushInfoCrmDTO.conversationList': null } },
      { set: { pushInfoCrmDTO: null } },
    ),
  },
})

const broken = (field: string, hex = '0a'): Sending => ({ body: { bytes: hex, behind: `"${field}":"` }, label: field })

export const printed = under('yunduo', 'broken messages', {
  'line-breaks-as-printed': {
    title: 'Line breaks after an opening quote, as the document prints them, are answered',
    why: 'The printed example is no JSON: whoever tries a handler with it, as it stands, must not end it.',
    source: 'erratum Y16',
    severity: 'must',
    steps: survived(broken('ext'), broken('msg'), broken('conversationPageUrl')),
  },
  'no-date': {
    title: 'A time that is no date is acknowledged',
    why: 'The document prints one, and who parses times before storing the rest loses the card for it.',
    source: 'erratum Y27',
    severity: 'should',
    steps: acknowledged({
      set: { 'pushInfoCrmDTO.createTime': '', [`${talk}.buildTime`]: '202406-28T10:12:40.000+08:00' },
    }),
  },
})
