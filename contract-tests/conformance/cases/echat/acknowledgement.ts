/** How an acknowledgement has to leave, besides its words, which every case judges. */
import { grouped, started } from './group.ts'

export const acknowledgement = grouped('acknowledgement', [
  {
    id: 'echat.keep-alive',
    title: 'Three messages on one connection are acknowledged one by one',
    why: 'A sender keeps its connection, so an answer that is too long or too short for its own length spoils the next one.',
    source: 'RFC 9112, 9.3',
    severity: 'must',
    alone: true,
    steps: [
      { send: started, expect: 'acknowledged' },
      { send: started, expect: 'acknowledged' },
      { send: started, expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.connection-close',
    title: 'A message whose sender closes the connection afterwards is acknowledged',
    why: 'Senders without a pool of connections ask for one each time.',
    source: 'RFC 9112, 9.6',
    severity: 'must',
    steps: [{ send: { headers: { connection: 'close' } }, expect: 'acknowledged' }],
  },
  {
    id: 'echat.acknowledged-whatever-is-accepted',
    title: 'A sender that accepts no particular type of answer is answered with the bare word',
    why: 'A handler that picks JSON or HTML by the accept header puts quotes or markup around the word, and the message comes again.',
    source: '1',
    severity: 'must',
    steps: [
      {
        send: [
          { headers: { accept: '*/*' }, label: 'accepts everything' },
          {
            headers: { accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2' },
            label: 'accepts what Java does',
          },
          { headers: { accept: 'application/json' }, label: 'accepts JSON' },
          { headers: { accept: 'application/xml' }, label: 'accepts XML' },
        ],
        expect: 'acknowledged',
      },
    ],
  },
  {
    id: 'echat.acknowledged-in-time',
    title: 'The longest of the documented messages is acknowledged within the vendor’s time',
    why: 'The vendor does not wait for work that is done before the answer; what comes late counts as not received.',
    source: 'echat.timeout',
    severity: 'must',
    steps: [{ send: [started, { push: 'chatEnd' }, { push: 'visitorEnter' }], expect: 'acknowledged' }],
  },
])
