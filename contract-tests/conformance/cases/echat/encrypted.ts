/** Encrypted messages of every length, and envelopes as another writer would make them. */
import type { Sending } from '../../case.ts'
import { grouped, started } from './group.ts'

const everyPadding: readonly Sending[] = Array.from({ length: 32 }, (_, index) => ({
  ...started,
  envelope: { padding: index + 1 },
  label: `a padding of ${index + 1} bytes`,
}))

export const encrypted = grouped('encrypted messages', [
  {
    id: 'echat.every-padding-length',
    title: 'Encrypted messages are acknowledged whatever the length of their padding',
    why: 'Echat pads to 32 bytes; a library that pads to 16 fails for every second length, so only for some of the customers.',
    source: '2',
    severity: 'must',
    needs: 'secure',
    alone: true,
    steps: [{ send: everyPadding, expect: 'acknowledged' }],
  },
  {
    id: 'echat.encrypted-long-text',
    title: 'An encrypted transcript of 30 KB is acknowledged',
    why: 'A conversation of an hour is that long; a buffer of a fixed size cuts it.',
    source: '3.2.5',
    severity: 'must',
    needs: 'secure',
    steps: [
      { send: { push: 'chatContent', set: { 'chatData.chatContent': '您好'.repeat(5_000) } }, expect: 'acknowledged' },
    ],
  },
  {
    id: 'echat.encrypted-indented',
    title: 'An envelope with line breaks and blanks around its element is acknowledged',
    why: 'The document prints it so; a pattern instead of a parser may not expect it.',
    source: '3.1.1',
    severity: 'must',
    needs: 'secure',
    steps: [
      {
        send: {
          ...started,
          body: {
            replace: [
              ['<xml>', '<xml>\n    '],
              ['</Encrypt>', '</Encrypt>\n'],
            ],
          },
        },
        expect: 'acknowledged',
      },
    ],
  },
  {
    id: 'echat.encrypted-without-cdata',
    title: 'An envelope whose base64 stands without CDATA is acknowledged',
    why: 'To a reader of XML it is the same text, and base64 has nothing that needs CDATA.',
    source: 'XML 1.0, 2.7',
    severity: 'should',
    needs: 'secure',
    steps: [
      {
        send: {
          ...started,
          body: {
            replace: [
              ['<![CDATA[', ''],
              [']]>', ''],
            ],
          },
        },
        expect: 'acknowledged',
      },
    ],
  },
  {
    id: 'echat.two-envelopes',
    title: 'A message with two Encrypt elements is refused',
    why: 'One reader takes the first, the next the last, a third both: what was checked is then not what is used.',
    source: '2',
    severity: 'may',
    needs: 'secure',
    steps: [
      {
        send: { ...started, body: { replace: [['</xml>', '<Encrypt><![CDATA[AAAA]]></Encrypt></xml>']] } },
        expect: 'refused',
      },
    ],
  },
])
