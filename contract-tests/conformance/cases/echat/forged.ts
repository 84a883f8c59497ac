/** Messages whose signature does not hold. None may be acknowledged. */
import type { Case, Sending } from '../../case.ts'
import { grouped, started } from './group.ts'

type Forgery = Pick<Case, 'title' | 'why'> & { source?: string; severity?: Case['severity']; send: Sending }

const forgeries: Record<string, Forgery> = {
  'forged-signature': {
    title: 'A signature with one wrong digit is refused',
    why: 'Whoever does not check it takes messages from anybody who knows the address.',
    send: { signature: 'digit' },
  },
  'short-signature': {
    title: 'A signature that is one digit short is refused',
    why: 'A comparison of beginnings can be guessed digit by digit.',
    send: { signature: 'short' },
  },
  'capital-signature': {
    title: 'A signature in capital letters is refused',
    why: 'Echat writes it in small letters; whatever else passes has another author.',
    severity: 'may',
    send: { signature: 'capitals' },
  },
  'no-signature': {
    title: 'A message without a signature is refused',
    why: 'A check that is left out when there is nothing to check protects nobody.',
    send: { query: { signature: null } },
  },
  'no-timestamp': {
    title: 'A message without a timestamp is refused',
    why: 'The signature is made of it: without it there is nothing that could hold.',
    send: { query: { timestamp: null } },
  },
  'no-nonce': {
    title: 'A message without a nonce is refused',
    why: 'The signature is made of it: without it there is nothing that could hold.',
    send: { query: { nonce: null } },
  },
  'no-proof': {
    title: 'A message without signature, timestamp and nonce is refused',
    why: 'An address is no secret: it stands in logs and in the settings of others.',
    send: { query: { signature: null, timestamp: null, nonce: null } },
  },
  'empty-signature': {
    title: 'An empty signature is refused',
    why: 'An empty text is no signature, though a careless check takes it for one that is absent.',
    send: { query: { signature: '' } },
  },
  'empty-proof': {
    title: 'A message with an empty signature, timestamp and nonce is refused',
    why: 'Three empty texts must not add up to a proof.',
    send: { query: { signature: '', timestamp: '', nonce: '' } },
  },
  'other-timestamp': {
    title: 'A signature of another timestamp is refused',
    why: 'A timestamp that the signature does not cover could be set to any time, so that old messages look new.',
    send: { query: { timestamp: '{…}0' } },
  },
  'other-nonce': {
    title: 'A signature of another nonce is refused',
    why: 'A nonce that the signature does not cover lets one proof pass again and again.',
    send: { query: { nonce: '{…}0' } },
  },
  'other-token': {
    title: 'A message signed with another token is refused',
    why: 'Anybody can make a signature; only the token tells whose it is.',
    send: { secret: { token: 'a-token-of-somebody-else' } },
  },
  'empty-token': {
    title: 'A message signed with an empty token is refused',
    why: 'A handler that starts without its token believes everybody who guesses that.',
    send: { secret: { token: '' } },
  },
}

export const forged = grouped(
  'forged messages',
  Object.entries(forgeries).map(([name, { title, why, source = 'erratum Q04', severity = 'must', send }]) => ({
    id: `echat.${name}`,
    title,
    why,
    source,
    severity,
    steps: [{ send: { ...started, ...send }, expect: 'refused' }],
  })),
)
