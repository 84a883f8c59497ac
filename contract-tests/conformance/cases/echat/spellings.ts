/** The same message, written and sent as another library would do it. To a reader of XML and HTTP nothing is different. */
import { type Case, type Sending, sound } from '../../case.ts'
import { grouped, remarked, started } from './group.ts'

type Spelling = Pick<Case, 'title' | 'why' | 'source' | 'severity'> & { send: Sending }

const remark = remarked('客户要求换货>')

const all: Record<string, Spelling> = {
  'xml-declaration': {
    title: 'A message with an XML declaration is acknowledged',
    why: 'Most libraries write one, and a change of the vendor’s library is never announced.',
    source: 'XML 1.0, 2.8',
    severity: 'must',
    send: { ...started, text: { before: '<?xml version="1.0" encoding="UTF-8"?>\n' } },
  },
  'white-space': {
    title: 'White space between the elements changes nothing',
    why: 'The document prints all messages so, and ours are written without it.',
    source: '3.1.1',
    severity: 'must',
    send: {
      text: {
        replace: [
          ['<xml>', '\n<xml>\n    '],
          ['<companyStatus>', '\t \r\n    <companyStatus>'],
          ['</companyStatus>', '</companyStatus>\n'],
          ['</xml>', '</xml>\n'],
        ],
      },
    },
  },
  'escaped-text': {
    title: 'Text that is escaped in place of CDATA is the same text',
    why: 'The document mixes both; a handler that searches for CDATA, or writes the message anew to compare it, fails here.',
    source: 'echat.cdata',
    severity: 'must',
    send: {
      ...remark,
      choose: { cdata: 'none' },
      text: {
        replace: [['客户', '&#23458;&#x6237;']],
      },
    },
  },
  'all-cdata': {
    title: 'Numbers in CDATA are the same numbers',
    why: 'The document prints them bare in some messages and in CDATA in others.',
    source: 'erratum Q63',
    severity: 'must',
    send: { push: 'routeStatus', choose: { cdata: 'all' } },
  },
  'xml-comment': {
    title: 'A comment in a message changes nothing',
    why: 'A parser passes over it; only a pattern in its place does not.',
    source: 'XML 1.0, 2.5',
    severity: 'may',
    send: { ...started, text: { replace: [['<xml>', '<xml><!-- kefu -->']] } },
  },
  'byte-order-mark': {
    title: 'A byte order mark in front of a message changes nothing',
    why: 'Some writers of UTF-8 begin with it, and it is no part of the text.',
    source: 'XML 1.0, 4.3.3',
    severity: 'may',
    send: { ...started, text: { bytes: 'efbbbf' } },
  },
  'no-content-type': {
    title: 'A message without a content type is acknowledged',
    why: 'The document names none; a body parser that waits for one leaves the body unread.',
    source: 'erratum Q86',
    severity: 'should',
    send: { ...started, headers: { 'content-type': null } },
  },
  'content-type-application-xml': {
    title: 'A message as application/xml is acknowledged',
    why: 'Both names of the type are in use, and the document names neither.',
    source: 'echat.contentType',
    severity: 'should',
    send: { ...started, choose: { contentType: 'application/xml' } },
  },
  'content-type-form': {
    title: 'A message under the content type of a form is acknowledged',
    why: 'Java’s own client names that type unless it is told another; a parser of forms would tear the message apart.',
    source: 'erratum Q86',
    severity: 'may',
    send: { ...started, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  },
  'content-type-wrong-charset': {
    title: 'A header that names another charset does not change that the bytes are UTF-8',
    why: 'Servers and proxies add their own default; a handler that follows it stores signs that nobody can read.',
    source: 'echat.contentType',
    severity: 'should',
    send: { ...started, headers: { 'content-type': 'text/xml; charset=gbk' } },
  },
  'content-type-latin': {
    title: 'A header that names ISO-8859-1 does not change that the bytes are UTF-8',
    why: 'It was the default of text in HTTP once, and older servers still write it.',
    source: 'echat.contentType',
    severity: 'should',
    send: { ...started, headers: { 'content-type': 'text/xml;charset=ISO-8859-1' } },
  },
  'parameters-backwards': {
    title: 'The parameters of the address may come in any order',
    why: 'Nothing says which order they have, and a proxy may sort them.',
    source: '1',
    severity: 'must',
    send: { ...started, backwards: true },
  },
  'further-parameter': {
    title: 'A further parameter of the address changes nothing',
    why: 'Echat appends its own to the address that was given, whatever parameters that already has.',
    source: '1',
    severity: 'must',
    send: { ...started, query: { companyId: '500001', source: '一洽' } },
  },
}

export const spellings = grouped('other spellings of the same message', [
  ...Object.entries(all).map(
    ([name, { title, why, source, severity, send }]): Omit<Case, 'group'> => ({
      id: `echat.${name}`,
      title,
      why,
      source,
      severity,
      steps: [{ send, expect: 'acknowledged' }],
    }),
  ),
  {
    id: 'echat.root-attribute',
    title: 'A message with an attribute is answered, whichever way',
    why: 'No message has attributes, and readers of XML put them where a field of that name would stand.',
    source: 'XML 1.0, 3.1',
    severity: 'should',
    steps: [
      { send: { ...started, text: { replace: [['<xml>', '<xml version="1.0" msgId="1">']] } }, expect: 'answered' },
      sound,
    ],
  },
])
