/** How the platform writes its answers: the envelope, its reverse signature, or nothing but the data. */
import { okayapi as vendor } from '../../schemas/index.ts'
import { auth } from '../../src/wire/okayapi.ts'
import { JSON_TYPE } from '../../src/wire/plain-json.ts'
import type { Exchange, Sealed } from '../exchange.ts'
import type { AskedParts } from '../sides.ts'

interface Answer {
  ret: number
  data: unknown
  msg: string
}

export function seal(answer: unknown, { query }: AskedParts, { world }: Exchange): Sealed {
  const { ret, data, msg } = answer as Answer
  const choice = (name: string) => world.switches.choice(vendor, name)
  const kind = choice('reverseSignature')
  const text = kind === 'phpEscaping' ? asPhp(JSON.stringify(data)) : JSON.stringify(data)
  if ((query as { return_data?: string }).return_data === '1')
    return written(choice('dataOnly') === 'wrapped' ? `{"data":${text}}` : text)
  const time = Math.floor(world.clock.now() / 1000)
  const { app_secrect = '' } = world.credentials(vendor)
  const proof = kind === 'off' ? '' : `,"_t":${time},"_auth":"${auth(text, time, app_secrect)}"`
  return written(`{"ret":${ret},"data":${text},"msg":${JSON.stringify(msg)}${proof}}`)
}

const written = (body: string): Sealed => ({ status: 200, headers: JSON_TYPE, body })

/** json_encode of PHP escapes slashes and everything outside ASCII. */
const asPhp = (json: string) =>
  json.replaceAll('/', '\\/').replace(/[\u0080-\uffff]/g, it => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
