/** Yunduo's side: how it pushes. It issues no keys and only pushes, so it has no envelope for errors. */
import { yunduo as vendor } from '../../schemas/index.ts'
import type { Choose } from '../../src/wire/wire.ts'
import type { Sending } from '../deliver/sending.ts'
import { refuseAsKit } from '../refusals.ts'
import { repeats } from '../repeats.ts'
import { type Message, reshaper } from '../shaping.ts'
import type { Side } from '../sides.ts'
import { isRepeat, rememberLeftMessage, settled, withLeftMessage, withPushState } from './cards.ts'
import { reshapes } from './shape.ts'

const { accepts } = vendor.push!.acknowledgement
const withMessage = { ...accepts, json: [...(accepts.json ?? []), { field: 'msg', values: ['success'] }] }

function sending(choose: Choose): Sending {
  return {
    delays: repeats(Number(choose('retries')), () => Number(choose('retryInterval')) * 1_000),
    timeout: Number(choose('timeout')) * 1_000,
    accepts: choose('acknowledgement') === 'codeAndMessage' ? withMessage : accepts,
  }
}

const shaped = reshaper(reshapes)

const shape: Side['shape'] = (given, push, world) => {
  const message = given as Message
  if (push !== 'conversation') {
    rememberLeftMessage(message, world)
    return shaped(message, push, world.choose)
  }
  if (isRepeat(message, world)) return undefined
  return shaped(withPushState(withLeftMessage(message, world), world), push, world.choose)
}

export const yunduo: Side = {
  credentials: () => ({}),
  follows: [
    'acknowledgement',
    'retries',
    'retryInterval',
    'timeout',
    'duplicates',
    'customHeaders',
    'conversationLeftMessage',
    ...Object.keys(reshapes),
  ],
  refuse: refuseAsKit,
  sending,
  shape,
  settled,
}
