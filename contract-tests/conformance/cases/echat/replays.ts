/** Proofs of acknowledged messages, used once more for something else. */
import { grouped, started } from './group.ts'

/**
 * Token, timestamp and nonce are sorted before they are joined, so that a digit cannot always move. Three proofs with other last
 * digits, milliseconds apart: one of them is enough.
 */
const names = ['first', 'second', 'third']

export const replays = grouped('forged messages', [
  {
    id: 'echat.replayed-signature',
    title: 'The proof of an acknowledged message is refused with another message',
    why: 'The signature does not cover the message, so whoever sees one address in a log could send anything under it.',
    source: 'erratum Q04',
    cure: 'Remember each signature with its request for as long as its timestamp is taken: another request under it is refused, the same one acknowledged.',
    severity: 'should',
    steps: [
      { send: { ...started, name: 'first' }, expect: 'acknowledged' },
      { send: { ...started, signatureOf: 'first' }, expect: 'refused' },
    ],
  },
  {
    id: 'echat.replayed-under-another-data-type',
    title: 'The same request under another dataType is refused',
    why: 'The signature does not cover dataType: a begun conversation would be taken for one that ended.',
    source: 'erratum Q04',
    cure: 'Let what you remember of a request hold its parameters, too, not its body alone.',
    severity: 'should',
    steps: [
      { send: { ...started, name: 'first' }, expect: 'acknowledged' },
      { send: { exactly: 'first', query: { dataType: 'chatEnd' }, label: 'as chatEnd' }, expect: 'refused' },
    ],
  },
  {
    id: 'echat.replayed-with-a-moved-digit',
    title: 'A proof is known again when a digit has moved from the timestamp to the nonce',
    why: 'Timestamp and nonce are joined without anything between, so the signature stays the same and a list of used nonces does not notice.',
    source: 'erratum Q04',
    severity: 'should',
    steps: [
      { send: names.map((name, index) => ({ ...started, name, clock: index * 0.003 })), expect: 'acknowledged' },
      {
        send: names.map(signatureOf => ({ ...started, signatureOf, moved: true as const })),
        expect: 'refused',
      },
    ],
  },
])
