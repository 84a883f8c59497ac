/** Strangers: where a vendor signs nothing, the header or parameter that was agreed is all that tells it from anybody else. */
import type { Sending, Step } from '../../case.ts'
import { type Anatomy, under } from './anatomy.ts'

const refused = (send: Sending): Step => ({ send, expect: 'refused' })

export const strangers = ({ vendor, proofSource: source }: Anatomy) => {
  const about = { source, severity: 'must', needs: 'shared' } as const
  return under(vendor, 'strangers', {
    'without-secret': {
      ...about,
      title: 'A push without the agreed header or parameter is refused',
      why: 'The vendor proves nothing of itself: whoever finds the address could write customers into your systems.',
      steps: [refused({ shared: 'absent' })],
    },
    'wrong-secret': {
      ...about,
      title: 'A push with another value in the agreed header or parameter is refused',
      why: 'A handler that only looks whether the header is there lets everybody in who adds one.',
      steps: [refused({ shared: 'wrong' })],
    },
    'empty-secret': {
      ...about,
      title: 'A push whose agreed header or parameter is empty is refused',
      why: 'An empty text counts as false in many languages, and a check that begins with it is skipped.',
      steps: [refused({ shared: 'empty' })],
    },
    'cut-secret': {
      ...about,
      title: 'A push whose agreed value lacks its last character is refused',
      why: 'A comparison that looks for one text inside the other takes any part of the secret for the whole.',
      steps: [refused({ shared: 'short' })],
    },
    'longer-secret': {
      ...about,
      title: 'A push whose agreed value has one character more is refused',
      why: 'A comparison by the beginning alone takes what merely starts like the secret.',
      steps: [refused({ shared: 'long' })],
    },
    'broken-stranger': {
      ...about,
      title: 'A broken message without the agreed header or parameter is refused',
      why: 'Who does not know the secret must not get as far as the parser, let alone be thanked.',
      steps: [refused({ shared: 'absent', body: { keep: 0.5 } })],
    },
    'stranger-first': {
      ...about,
      title: 'A message that a stranger sent first is still taken from the vendor',
      why: 'A handler that remembers messages before it has judged the sender lets strangers suppress real ones.',
      steps: [refused({ name: 'real', shared: 'wrong' }), { send: { again: 'real' }, expect: 'acknowledged' }],
    },
    'stranger-copy': {
      ...about,
      severity: 'should',
      title: 'A copy of a message that was taken is refused without the agreed header or parameter',
      why: 'An acknowledgement without the secret tells a stranger which messages have arrived.',
      steps: [{ send: { name: 'real' }, expect: 'acknowledged' }, refused({ again: 'real', shared: 'absent' })],
    },
  })
}
