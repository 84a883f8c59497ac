/** Envelopes that were damaged, cut or made by somebody else. */
import { type Case, type Draw, type Sending, sound } from '../../case.ts'
import { grouped, started } from './group.ts'

type Fault = Pick<Case, 'title' | 'why' | 'cure' | 'severity'> & { source?: string; send: readonly Sending[] }

/** Drawn: a key that stands in a case could be that of a handler. */
const otherKey = (draw: Draw) => draw.hex(43)

const envelopeOf = (text: string): Sending => ({
  body: { whole: `<xml><Encrypt><![CDATA[${text}]]></Encrypt></xml>` },
})

const faults: Record<string, Fault> = {
  'wrong-app-id': {
    title: 'A message that ends in another appId is refused',
    why: 'The id at its end is the only thing inside that says for whom a message was made.',
    source: 'echat.appIdSuffix',
    cure: 'Compare the id behind the message with your appId; libraries for WeChat do not.',
    severity: 'should',
    send: [
      { envelope: { appId: 'somebody-else' }, label: 'another' },
      { envelope: { appId: '' }, label: 'none' },
    ],
  },
  'wrong-length': {
    title: 'A message with a wrong length inside is refused',
    why: 'A length that is believed reads too little, or beyond the end.',
    severity: 'should',
    send: [
      { envelope: { length: 1 }, label: 'one byte too long' },
      { envelope: { length: -1 }, label: 'one byte too short' },
      { envelope: { length: 0x7000_0000 }, label: 'two gigabytes' },
    ],
  },
  'damaged-padding': {
    title: 'A message with a damaged padding is refused',
    why: 'A wrong padding means that the message is not what was encrypted, or the key not the right one.',
    cure: 'Check every byte of the padding and that it has 1 to 32 of them; libraries for WeChat do not.',
    severity: 'should',
    send: [
      { envelope: { lastByte: 0 }, label: '0' },
      { envelope: { lastByte: 33 }, label: 'more than a block' },
      { envelope: { lastByte: 255 }, label: '255' },
    ],
  },
  'damaged-beginning': {
    title: 'A message with a wrong bit at the beginning of its ciphertext is refused',
    why: 'It changes the length inside, or the first sign of the message: what is left is no message.',
    severity: 'must',
    send: [
      { envelope: { flip: 0 }, label: 'the length inside' },
      { envelope: { flip: 4 }, label: 'the first sign of the message' },
    ],
  },
  'damaged-end': {
    title: 'A message with a wrong bit at the end of its ciphertext is refused',
    why: 'It leaves the message whole and spoils what stands behind it: only who checks padding and id notices.',
    severity: 'should',
    send: [
      { envelope: { flip: -1 }, label: 'the last byte' },
      { envelope: { flip: -17 }, label: 'the length of the padding' },
    ],
  },
  'cut-ciphertext': {
    title: 'A message whose ciphertext was cut is refused',
    why: 'Half a message that is acknowledged is a lost one.',
    severity: 'must',
    send: [
      { envelope: { keep: 40 }, label: 'in the middle of a block' },
      { envelope: { keep: 64 }, label: 'after whole blocks' },
      { envelope: { keep: 16 }, label: 'after the random bytes' },
    ],
  },
  'no-base64': {
    title: 'An envelope without base64 is refused',
    why: 'What cannot be read must not be acknowledged, or it is lost.',
    severity: 'must',
    send: [
      { ...envelopeOf('这不是密文'), label: 'Chinese' },
      { ...envelopeOf('%%%%'), label: 'other signs' },
    ],
  },
  'empty-envelope': {
    title: 'An empty envelope is refused',
    why: 'Nothing was received, so nothing may be acknowledged.',
    severity: 'must',
    send: [
      { ...envelopeOf(''), label: 'an empty Encrypt' },
      { body: { whole: '<xml></xml>' }, label: 'no Encrypt' },
    ],
  },
  'other-key': {
    title: 'A message encrypted with another key is refused',
    why: 'What cannot be read must not be acknowledged: after a change of the key everything would be lost in silence.',
    severity: 'must',
    send: [{ secret: { EncodingAESKey: otherKey } }],
  },
}

const damaged = Object.entries(faults).map(
  ([name, { title, why, source = '2', cure, severity, send }]): Omit<Case, 'group'> => ({
    id: `echat.${name}`,
    title,
    why,
    source,
    ...(cure !== undefined && { cure }),
    severity,
    needs: 'secure',
    steps: [{ send: send.map(it => ({ ...started, ...it })), expect: 'refused' }, sound],
  }),
)

export const sealings = grouped('encrypted messages', [
  ...damaged,
  {
    id: 'echat.no-padding-oracle',
    title: 'Everything that can be wrong inside an envelope gets the same answer',
    why: 'Whoever can tell a wrong padding from a wrong length or id decrypts any message, one question at a time.',
    source: 'RFC 7457, 2.3',
    cure: 'Check padding, length and id, and answer all that is wrong with one and the same answer.',
    severity: 'should',
    needs: 'secure',
    steps: [
      {
        send: [
          { ...started, envelope: { lastByte: 0 }, label: 'a padding of 0' },
          { ...started, envelope: { lastByte: 33 }, label: 'a padding of 33' },
          { ...started, envelope: { flip: -17 }, label: 'a padding that is off' },
          { ...started, envelope: { length: 1_000 }, label: 'a wrong length' },
          { ...started, envelope: { appId: 'somebody-else' }, label: 'another appId' },
          { ...started, secret: { EncodingAESKey: otherKey }, label: 'another key' },
        ],
        expect: 'alike',
      },
    ],
  },
  {
    id: 'echat.no-format-oracle',
    title: 'A message that decrypts to no XML is answered as one that does not decrypt',
    why: 'Bits of a ciphertext can be turned on the way: who learns what still is XML learns what stands in it.',
    source: 'RFC 7457, 2.3',
    severity: 'may',
    needs: 'secure',
    steps: [
      {
        send: [
          { ...started, envelope: { lastByte: 33 }, label: 'a wrong padding' },
          { ...started, envelope: { flip: 4 }, label: 'no XML' },
        ],
        expect: 'alike',
      },
    ],
  },
])
