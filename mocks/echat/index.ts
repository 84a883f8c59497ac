/** Echat's side: the keys of a receiver, and how it pushes. It only pushes, so it has no envelope for errors. */
import { echat as vendor } from '../../schemas/index.ts'
import type { Choose } from '../../src/wire/wire.ts'
import type { Sending } from '../deliver/sending.ts'
import { refuseAsKit } from '../refusals.ts'
import { type Message, reshaper } from '../shaping.ts'
import type { Side } from '../sides.ts'
import { checkUrl } from './check-url.ts'
import { reshapes } from './shape.ts'

const { accepts } = vendor.push!.acknowledgement

/** What a failing message holds up. */
const ordering: Record<string, NonNullable<Sending['holdsUp']>> = {
  perConversation: 'conversation',
  overtaking: 'nothing',
  blocking: 'endpoint',
}

function sending(choose: Choose): Sending {
  const retries = choose('retries')
  return {
    delays: retries === 'none' ? [] : retries.split(',').map(it => Number(it) * 1_000),
    timeout: Number(choose('timeout')) * 1_000,
    accepts: choose('acknowledgement') === 'lenient' ? { ...accepts, status: '2xx', loose: true } : accepts,
    holdsUp: ordering[choose('ordering')] ?? 'conversation',
    repeatsBytes: choose('retrySignature') === 'same',
  }
}

const shaped = reshaper(reshapes)

export const echat: Side = {
  credentials: random => ({
    token: random(16).toString('hex'),
    EncodingAESKey: random(32).toString('base64').slice(0, 43),
    appId: random(6).toString('hex'),
    mode: 'secure',
  }),
  follows: [
    'retries',
    'retrySignature',
    'timeout',
    'acknowledgement',
    'ordering',
    'timestamp',
    'cdata',
    'contentType',
    'checkUrl',
    ...Object.keys(reshapes),
  ],
  refuse: refuseAsKit,
  sending,
  shape: (message, push, { choose }) => shaped(message as Message, push, choose),
  verify: checkUrl,
}
