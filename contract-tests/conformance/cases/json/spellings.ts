/** Other spellings: requests that say the same as the documented one in other bytes. */
import type { Sending, Step } from '../../case.ts'
import { type Anatomy, under } from './anatomy.ts'

const acknowledged = (send: Sending): Step[] => [{ send, expect: 'acknowledged' }]
const typed = (type: string | null) => acknowledged({ headers: { 'content-type': type } })

export const spellings = ({ vendor, doc }: Anatomy) =>
  under(vendor, 'other spellings of the same message', {
    'white-space': {
      title: 'JSON with indentation, CRLF and white space around it is acknowledged',
      why: 'White space means nothing in JSON, and a sender may begin to indent any day.',
      source: 'RFC 8259, 2',
      severity: 'must',
      steps: acknowledged({ text: { json: 'indented' } }),
    },
    'other-order': {
      title: 'Fields in the opposite order are acknowledged',
      why: 'Objects have no order; a sender that keeps them in a hash table changes it with every release.',
      source: 'RFC 8259, 4',
      severity: 'must',
      steps: acknowledged({ text: { json: 'backwards' } }),
    },
    'byte-order-mark': {
      title: 'A byte order mark in front of the JSON is passed over',
      why: 'Some libraries of .NET and Java write one; the RFC lets a parser ignore it.',
      source: 'RFC 8259, 8.1',
      severity: 'may',
      steps: acknowledged({ body: { bytes: 'efbbbf' } }),
    },
    'no-charset': {
      title: 'The content type application/json without a charset is acknowledged',
      why: 'That is how the documents print it; JSON is UTF-8 without being told.',
      source: doc,
      severity: 'must',
      steps: typed('application/json'),
    },
    'content-type-case': {
      title: 'A content type in capitals and with a quoted charset is acknowledged',
      why: 'Neither case nor quotes mean anything there; a comparison of texts misses that.',
      source: 'RFC 9110, 8.3.1',
      severity: 'should',
      steps: typed('Application/JSON;Charset="UTF-8"'),
    },
    'wrong-charset': {
      title: 'A message under a charset that it is not in is answered, and the next one acknowledged',
      why: 'JSON has no charset parameter: a decoder that is chosen by it may throw where nobody catches.',
      source: 'RFC 8259, 11',
      severity: 'should',
      steps: [
        { send: { headers: { 'content-type': 'application/json; charset=x-kefu' } }, expect: 'answered' },
        ...acknowledged({}),
      ],
    },
    'no-content-type': {
      title: 'A message without a content type is acknowledged',
      why: 'Proxies lose headers; a parser that is chosen by the type leaves the handler without a body then.',
      source: 'RFC 9110, 8.3',
      severity: 'may',
      steps: typed(null),
    },
    'text-plain': {
      title: 'JSON under the content type text/plain is acknowledged',
      why: 'It is what some HTTP clients send for a text unless they are told otherwise.',
      source: 'RFC 9110, 8.3',
      severity: 'may',
      steps: typed('text/plain;charset=UTF-8'),
    },
    'added-parameter': {
      title: 'A parameter in the address that nobody asked for is passed over',
      why: 'Gateways and consoles add their own, and the message is the same.',
      source: 'RFC 3986, 3.4',
      severity: 'should',
      steps: acknowledged({ query: { kefu_trace: '中文 +&=%' } }),
    },
  })
