/** Messages that are made to harm: what they cost, or what they read, has to stay within bounds. */
import { sound } from '../../case.ts'
import { grouped, started } from './group.ts'

const MIB = 1 << 20

const entities = Array.from(
  'bcdefghij',
  (name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`,
).join('')

export const harmful = grouped('broken messages', [
  {
    id: 'echat.doctype',
    title: 'A message with a DOCTYPE is refused',
    why: 'No message has one; an entity that is expanded puts files of the server, or its neighbours’ pages, into a message.',
    source: 'XML 1.0, 4.2',
    severity: 'should',
    steps: [
      {
        send: [
          {
            ...started,
            text: {
              replace: [
                ['<xml>', '<!DOCTYPE xml [<!ENTITY e "1">]><xml>'],
                ['</xml>', '<kefu>&e;</kefu></xml>'],
              ],
            },
            label: 'an entity of its own',
          },
          {
            ...started,
            text: {
              replace: [
                ['<xml>', '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/hostname">]><xml>'],
                ['</xml>', '<kefu>&e;</kefu></xml>'],
              ],
            },
            label: 'an entity that reads a file',
          },
        ],
        expect: 'refused',
      },
      sound,
    ],
  },
  {
    id: 'echat.entity-expansion',
    title: 'Entities that grow to gigabytes are answered in time',
    why: 'A kilobyte that is expanded fills the memory of a server, and takes everything on it along.',
    source: 'XML 1.0, 4.4',
    severity: 'must',
    alone: true,
    steps: [
      {
        send: {
          ...started,
          text: { whole: `<!DOCTYPE xml [<!ENTITY a "ha">${entities}]><xml><msgId>&j;</msgId></xml>` },
        },
        expect: 'answered',
      },
      sound,
    ],
  },
  {
    id: 'echat.deep-nesting',
    title: 'Elements nested ten thousand deep are answered, and the handler goes on',
    why: 'What walks them by calling itself ends the stack, and in some servers the process.',
    source: 'XML 1.0, 2.1',
    severity: 'must',
    alone: true,
    steps: [
      {
        send: { ...started, text: { whole: `<xml>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</xml>` } },
        expect: 'answered',
      },
      sound,
    ],
  },
  {
    id: 'echat.prototype',
    title: 'Elements that are named like parts of an object are answered, and the handler goes on',
    why: 'A message that is merged into objects can change all of them: from then on the handler is another.',
    source: 'XML 1.0, 2.3',
    severity: 'must',
    steps: [
      {
        send: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map(name => ({
          ...started,
          text: { replace: [['</xml>', `<${name}><kefu>1</kefu></${name}></xml>`] as const] },
          label: name,
        })),
        expect: 'answered',
      },
      sound,
    ],
  },
  {
    id: 'echat.more-than-one-mebibyte',
    title: 'A message of two mebibytes is answered, and the handler goes on',
    why: 'Whether it is taken is a matter of limits; that somebody thought of one shows when the handler is still there.',
    source: 'RFC 9110, 15.5.14',
    severity: 'should',
    alone: true,
    steps: [{ send: { ...started, body: { grow: 2 * MIB } }, expect: 'answered' }, sound],
  },
])
