/** Texts: what people write, and what a vendor may put into a field, arrives as JSON writes it. */
import type { Sending, Step, Value } from '../../case.ts'
import { type Anatomy, under } from './anatomy.ts'

const acknowledged = (send: Sending): Step[] => [{ send, expect: 'acknowledged' }]
const escapes = 'RFC 8259, 7'

export const texts = (of: Anatomy) => {
  const { vendor, doc, push } = of
  const withText = (value: Value, more: Sending = {}) => acknowledged({ push, set: { [of.text]: value }, ...more })
  return under(vendor, 'texts', {
    emoji: {
      title: 'A text with emoji is acknowledged',
      why: 'Visitors write them every day, and a table in utf8 of three bytes refuses them.',
      source: 'RFC 8259, 8.1',
      severity: 'must',
      steps: withText('好的👌，谢谢😀👨‍👩‍👧🇨🇳𠮷'),
    },
    escapes: {
      title: 'Quotes, backslashes and line breaks in a text are read as JSON escapes them',
      why: 'Visitors paste whole paragraphs and paths; a handler that reads JSON by patterns breaks at the first quote.',
      source: escapes,
      severity: 'must',
      steps: withText('他说："C:\\new\\table"\r\n第二行\t制表\b\f\u0001\u2028'),
    },
    'unicode-escapes': {
      title: 'Chinese and emoji written as \\u escapes are read as the same text',
      why: 'Whether a sender escapes them is a setting of its JSON library, and changes with it.',
      source: escapes,
      severity: 'must',
      steps: withText('中文😀', { text: { json: 'escaped' } }),
    },
    'null-character': {
      title: 'A text with the character U+0000 is acknowledged',
      why: 'JSON allows it and PostgreSQL does not store it: one such text, repeated, blocks whatever comes behind it.',
      source: escapes,
      severity: 'may',
      steps: withText('前\u0000后'),
    },
    'half-emoji': {
      title: 'A text that was cut in the middle of an emoji is acknowledged',
      why: 'Senders that cut texts by UTF-16 units leave half of one behind, as an escape that stands alone.',
      source: 'RFC 8259, 8.2',
      severity: 'may',
      steps: withText('好的\ud83d'),
    },
    markup: {
      title: 'A text with markup and an apostrophe is acknowledged',
      why: 'What visitors write is data: a filter that refuses it, or a query put together from it, loses the customer.',
      source: doc,
      severity: 'should',
      steps: withText(`<b onclick="x()">O'Brien</b> &amp; '); --`),
    },
    'empty-text': {
      title: 'A text that is empty is acknowledged',
      why: 'The documents show fields without a value as empty texts.',
      source: doc,
      severity: 'should',
      steps: [{ send: { push, set: { [of.text]: '' } }, expect: 'acknowledged', effects: 'unknown' }],
    },
    'long-text': {
      title: 'A text of 100 KB is acknowledged',
      why: 'No length is documented, and many frameworks refuse bodies of more than 100 KB until they are told otherwise.',
      source: doc,
      severity: 'should',
      steps: withText('长'.repeat(34_000)),
    },
    'leading-zeros': {
      title: 'An id with leading zeros is acknowledged',
      why: 'Ids are text: read as a number, 00123 becomes 123 and belongs to somebody else.',
      source: doc,
      severity: 'must',
      steps: acknowledged({ push, set: { [of.id]: draw => `000${draw.digits(9)}` } }),
    },
    'long-id': {
      title: 'An id of 19 digits is acknowledged',
      why: 'Beyond 2^53 a JavaScript number is rounded, and beyond 2^63 a long overflows: only text keeps such an id.',
      source: doc,
      severity: 'must',
      steps: acknowledged({ push, set: { [of.id]: draw => `9${draw.digits(18)}` } }),
    },
    'unknown-field': {
      title: 'A message with a field that no document has is acknowledged',
      why: 'Vendors add fields without notice, and a handler that refuses them loses every message from that day on.',
      source: doc,
      severity: 'should',
      steps: acknowledged({ push, set: { kefuAddedLater: { since: '2030', list: [1, null, {}] } } }),
    },
    'unknown-nested-field': {
      title: 'A message with an unknown field inside a block is acknowledged',
      why: 'A handler that is lenient at the top is often strict inside, where its types were generated.',
      source: doc,
      severity: 'should',
      steps: acknowledged({ push, set: { [`${of.block}.kefuAddedLater`]: true } }),
    },
    'unknown-code': {
      title: 'A code that no table has is acknowledged',
      why: 'The tables are not complete, and an enum without a branch for the rest throws.',
      source: of.unknownCodeSource,
      severity: 'should',
      steps: acknowledged({ push, set: { [of.coded]: of.unknownCode } }),
    },
  })
}
