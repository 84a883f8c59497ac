/** Messages with more, with less or with something else than the document lists. */
import { grouped, started } from './group.ts'

export const unknowns = grouped('texts', [
  {
    id: 'echat.unknown-field',
    title: 'A field that the document does not have is no reason to refuse a message',
    why: 'The vendor adds fields without a word, and on that day every message would be refused.',
    source: 'erratum Q67',
    severity: 'must',
    steps: [{ send: { ...started, set: { kefuUnknown: '1' } }, expect: 'acknowledged' }],
  },
  {
    id: 'echat.unknown-nested-field',
    title: 'A field or block that the document does not have is no reason either where it stands inside of others',
    why: 'Most fields stand in blocks, so that is where new ones come.',
    source: 'erratum Q67',
    severity: 'must',
    steps: [
      {
        send: [
          { ...started, set: { 'chatData.kefuUnknown': '1' }, label: 'a field' },
          { ...started, set: { 'kefuUnknownData.first.second': '1' }, label: 'a block of blocks' },
        ],
        expect: 'acknowledged',
      },
    ],
  },
  {
    id: 'echat.unknown-data-type',
    title: 'A dataType that the document does not have is acknowledged',
    why: 'Echat sends more kinds than it documents; what is refused comes again and again, and nobody will ever want it.',
    source: 'echat.furtherDataTypes',
    severity: 'should',
    steps: [{ send: { ...started, dataType: 'kefuUnknown' }, expect: 'acknowledged', effects: 'unknown' }],
  },
  {
    id: 'echat.unknown-code',
    title: 'A code that its table does not list is no reason to refuse a message',
    why: 'The tables skip numbers, so there are more; a message with one of them is still worth keeping.',
    source: 'erratum Q83',
    severity: 'should',
    steps: [
      {
        send: [
          { ...started, set: { 'chatData.chatEvent': '13' }, label: 'chatEvent 13' },
          { push: 'chatEnd', set: { 'chatData.chatEndType': '4' }, label: 'chatEndType 4' },
          { push: 'staffStatus', set: { staffStatus: '9' }, label: 'staffStatus 9' },
        ],
        expect: 'acknowledged',
        effects: 'unknown',
      },
    ],
  },
  {
    id: 'echat.without-optional-blocks',
    title: 'A message without the blocks that only members have is acknowledged',
    why: 'The example shows a member with everything; most visitors are nobody in particular.',
    source: '3.2.1',
    severity: 'must',
    steps: [
      {
        send: [
          { ...started, unset: ['metaData', 'myData'], label: 'chatStart of no member' },
          { push: 'visitorEnter', unset: ['metaData', 'myData'], label: 'visitorEnter of no member' },
          { push: 'leaveMsgContent', unset: ['crmData'], label: 'leaveMsgContent of nobody known' },
        ],
        expect: 'acknowledged',
      },
    ],
  },
])
