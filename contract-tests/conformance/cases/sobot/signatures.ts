/** Signatures of pushes: three headers, an MD5 of company, time, random code and key. Neither body nor address is covered. */
import type { Sending, Step } from '../../case.ts'
import { under } from '../json/anatomy.ts'

const refused = (send: Sending): Step[] => [{ send, expect: 'refused' }]
const without = (...names: string[]): Sending => ({ headers: Object.fromEntries(names.map(it => [it, null])) })

const HOUR = 3_600
const about = { source: 'sobot.pushSignature', severity: 'must', needs: 'signed' } as const

export const signatures = under('sobot', 'forged messages', {
  'forged-digit': {
    ...about,
    title: 'A signature with one other digit is refused',
    why: 'A handler that looks only whether there is a signature takes what anybody sends.',
    steps: refused({ signature: 'digit' }),
  },
  'capital-signature': {
    ...about,
    title: 'A signature in capital letters is refused',
    why: 'The vendor writes lower case: what comes otherwise was made by somebody else.',
    severity: 'may',
    steps: refused({ signature: 'capitals' }),
  },
  'cut-signature': {
    ...about,
    title: 'A signature that lacks its last digit is refused',
    why: 'A comparison over the shorter of both, or by the beginning, can be guessed digit by digit.',
    steps: refused({ signature: 'short' }),
  },
  'empty-signature': {
    ...about,
    title: 'An empty signature is refused',
    why: 'An empty text counts as false in many languages, and a check that begins with it is skipped.',
    steps: refused({ headers: { 'x-log-sign': '' } }),
  },
  unsigned: {
    ...about,
    title: 'A push without the three headers is refused where signatures were agreed',
    why: 'A handler that checks signatures only where there are some lets everybody pass who leaves them out.',
    steps: refused(without('x-log-timestamp', 'x-log-randomcode', 'x-log-sign')),
  },
  'no-sign': {
    ...about,
    title: 'A push without X-Log-Sign is refused',
    why: 'The other two headers prove nothing: anybody can write them.',
    steps: refused(without('x-log-sign')),
  },
  'no-timestamp': {
    ...about,
    title: 'A push without X-Log-TimeStamp is refused',
    why: 'What is not there must not be read as zero, or as the word undefined, and signed along.',
    steps: refused(without('x-log-timestamp')),
  },
  'no-random-code': {
    ...about,
    title: 'A push without X-Log-RandomCode is refused',
    why: 'It is part of what was signed.',
    steps: refused(without('x-log-randomcode')),
  },
  'other-random-code': {
    ...about,
    title: 'A signature with another random code is refused',
    why: 'A handler that leaves it out of the MD5 would accept no real push, or checks nothing.',
    steps: refused({ headers: { 'x-log-randomcode': '{…}0' } }),
  },
  'other-timestamp': {
    ...about,
    title: 'A signature with another time is refused',
    why: 'Whoever may change the time can send what was recorded once for ever.',
    steps: refused({ headers: { 'x-log-timestamp': '{…}1' } }),
  },
  'other-key': {
    ...about,
    title: 'A signature made with another key is refused',
    why: 'The key is all that a stranger does not have.',
    steps: refused({ secret: { app_key: 'kefu-other-key' } }),
  },
  'other-company': {
    ...about,
    title: 'A signature made for another company is refused',
    why: 'The company stands first in what is signed; its pushes belong into other books.',
    steps: refused({ secret: { companyid: 'c'.repeat(32) } }),
  },
  'stale-timestamp': {
    ...about,
    severity: 'should',
    title: 'A signature of an hour ago is refused',
    why: 'Without a window every request that was ever recorded stays good.',
    steps: refused({ clock: -HOUR }),
  },
  'future-timestamp': {
    ...about,
    severity: 'should',
    title: 'A signature of an hour ahead is refused',
    why: 'A window that only looks back leaves it good for an hour longer.',
    steps: refused({ clock: HOUR }),
  },
  'minute-off': {
    ...about,
    title: 'A signature whose time is a minute off is acknowledged',
    why: 'Clocks differ, and a push that waits in a queue of the vendor grows old.',
    steps: [{ send: [{ clock: -60 }, { clock: 60 }], expect: 'acknowledged' }],
  },
  'replayed-signature': {
    ...about,
    severity: 'should',
    title: 'The signature of one push around another body is refused',
    why: 'It does not cover the body: whoever sees one push can write whatever they like under its headers.',
    steps: [
      { send: { name: 'seen' }, expect: 'acknowledged' },
      ...refused({ push: 'customerMerged', signatureOf: 'seen' }),
    ],
  },
  'forged-first': {
    ...about,
    title: 'A message that came with a forged signature first is still taken from the vendor',
    why: 'A handler that remembers messages before it has judged them lets strangers suppress real ones.',
    steps: [...refused({ name: 'real', signature: 'digit' }), { send: { again: 'real' }, expect: 'acknowledged' }],
  },
})
