/** Opens a push: strictly, or with the repairs of what the vendor's own document has broken. */
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../wire/errors.ts'
import { textOf } from '../wire/text.ts'
import type { Http, Plain, PushCodec } from '../wire/wire.ts'
import { type Repair, repairMessage, repairText } from './repair.ts'

export interface Opened {
  plain: Plain
  repairs: readonly Repair[]
}

const NONE: readonly Repair[] = []

export function opener(vendor: Vendor, codec: PushCodec<unknown>, secret: unknown, tolerant: boolean) {
  return (http: Http): Opened => {
    if (!tolerant) return { plain: codec.open(http, secret), repairs: NONE }
    const { plain, repairs } = openedText(vendor, codec, secret, http)
    const repaired = repairMessage(vendor, plain.body)
    return { plain: { ...plain, body: repaired.message }, repairs: [...repairs, ...repaired.repairs] }
  }
}

function openedText(vendor: Vendor, codec: PushCodec<unknown>, secret: unknown, http: Http): Opened {
  try {
    return { plain: codec.open(http, secret), repairs: NONE }
  } catch (error) {
    if (!(error instanceof KefuError) || error.code !== 'body-malformed' || isDowngrade(http, secret)) throw error
    const written = codec.unwrap(http, secret)
    const { text, repairs } = repairText(vendor, textOf(written.text))
    if (repairs.length === 0) throw error
    return { plain: codec.read({ ...written, text }), repairs }
  }
}

/** A broken message is no way around the agreed mode. */
function isDowngrade({ body }: Http, secret: unknown) {
  const { mode } = Object(secret)
  return mode !== undefined && (mode === 'secure') !== textOf(body).includes('<Encrypt>')
}
