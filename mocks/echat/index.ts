/** Echat's side: the keys of a receiver. It only pushes, so it has no envelope for errors. */
import { refuseAsKit } from '../refusals.ts'
import type { Side } from '../sides.ts'

export const echat: Side = {
  credentials: random => ({
    token: random(16).toString('hex'),
    EncodingAESKey: random(32).toString('base64').slice(0, 43),
    appId: random(6).toString('hex'),
    mode: 'secure',
  }),
  refuse: refuseAsKit,
}
