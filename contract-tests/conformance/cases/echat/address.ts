/** The check of an address, which the vendor makes before it sends anything there. */
import type { Sending } from '../../case.ts'
import { grouped } from './group.ts'

/** Signed like a message, empty, and never encrypted. */
const asking = (echostr: string): Sending => ({
  label: 'checkUrl',
  dataType: 'checkUrl',
  query: { echostr },
  headers: { 'content-type': null },
  body: { whole: '' },
})

export const address = grouped('check of the address', [
  {
    id: 'echat.handshake',
    title: 'The check of the address by POST is answered with the echostr alone',
    why: 'Echat does not take an address that fails its check, and then sends nothing at all.',
    source: 'echat.checkUrl',
    cure: 'Answer the parameter echostr as it came, once its signature holds; nothing is decrypted.',
    severity: 'must',
    steps: [{ send: asking('1616140317555161061'), expect: 'echo' }],
  },
  {
    id: 'echat.handshake-get',
    title: 'The check of the address by GET is answered with the echostr alone',
    why: 'Older pages of the vendor say GET, and whether all of its servers have moved on is not known.',
    source: 'echat.checkUrl',
    severity: 'may',
    steps: [{ send: { ...asking('1616140317555161061'), method: 'GET' }, expect: 'echo' }],
  },
  {
    id: 'echat.handshake-base64',
    title: 'An echostr with signs that an address has to escape comes back unescaped',
    why: 'At WeChat, whose scheme is used, an echostr is base64: a plus sign that comes back as a blank fails the check.',
    source: 'echat.checkUrl',
    severity: 'should',
    steps: [{ send: asking('P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4+KPcs8TgAE7O+g=='), expect: 'echo' }],
  },
  {
    id: 'echat.handshake-markup',
    title: 'An echostr with quotes and markup comes back as it is',
    why: 'What escapes the answer for a page or puts it in quotes answers something else than the echostr.',
    source: 'echat.checkUrl',
    severity: 'may',
    steps: [{ send: asking('"a" & <b>\'c\'</b> 一'), expect: 'echo' }],
  },
  {
    id: 'echat.handshake-forged',
    title: 'A check of the address with a forged signature gets no echostr',
    why: 'Whoever is echoed without proof can register somebody else’s address as their own, and reflect text from it.',
    source: 'echat.checkUrl',
    severity: 'must',
    steps: [
      {
        send: [
          { ...asking('2616140317555161062'), signature: 'digit', label: 'one digit of the signature is another' },
          {
            dataType: 'checkUrl',
            query: { echostr: '3616140317555161063', signature: null },
            body: { whole: '' },
            label: 'no signature',
          },
        ],
        expect: 'withheld',
      },
    ],
  },
  {
    id: 'echat.handshake-then-push',
    title: 'After the check of the address messages are acknowledged, not echoed',
    why: 'An address that goes on answering as if it were checked loses every message.',
    source: '1',
    severity: 'must',
    steps: [
      { send: asking('4616140317555161064'), expect: 'echo' },
      { send: { query: { echostr: '4616140317555161064' } }, expect: 'acknowledged' },
    ],
  },
])
