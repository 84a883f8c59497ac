/** EasyLiao's side: how it pushes. It issues no keys and only pushes, so it has no envelope for errors. */
import { easyliao as vendor } from '../../schemas/index.ts'
import type { Choose } from '../../src/wire/wire.ts'
import type { Sending } from '../deliver/sending.ts'
import { refuseAsKit } from '../refusals.ts'
import { repeats } from '../repeats.ts'
import { type Message, reshaper } from '../shaping.ts'
import type { Side } from '../sides.ts'
import { renamed, reshapes } from './shape.ts'

const { accepts } = vendor.push!.acknowledgement

function sending(choose: Choose): Sending {
  const retries = choose('retries') === 'none' ? 0 : Number(choose('retries'))
  return {
    delays: repeats(retries, () => Number(choose('retryInterval')) * 1_000),
    timeout: Number(choose('timeoutSeconds')) * 1_000,
    accepts: choose('acknowledgement') === '200' ? { ...accepts, status: '200' } : accepts,
  }
}

const shaped = reshaper(reshapes)

export { renamed }

export const easyliao: Side = {
  credentials: () => ({}),
  follows: [
    'acknowledgement',
    'retries',
    'retryInterval',
    'timeoutSeconds',
    'bodyForm',
    'fieldNames',
    'customHeaders',
    ...Object.keys(reshapes),
  ],
  refuse: refuseAsKit,
  sending,
  shape: (message, push, { choose }) => shaped(message as Message, push, choose),
  rename: (message, fieldNames) => renamed(message as Message, fieldNames),
}
