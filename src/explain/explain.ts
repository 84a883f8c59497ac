/** The doctor: which mistake a signature or an encrypted message was made with. For logs and for who builds, not for answers to strangers: it says how near they came. */
import type { Vendor } from '../../schemas/define.ts'
import type { Http } from '../wire/wire.ts'
import { type Capture, captureOf } from './capture.ts'
import { explainEnvelope } from './envelope.ts'
import { type Kind, type Scheme, type Secret, schemes } from './schemes.ts'
import { type Clock, type Explanation, explainSignature } from './signature.ts'

export type { Explanation } from './signature.ts'

export interface ExplainOptions extends Clock {
  /** Looks at this scheme only, also when the request does not show that it has it. */
  as?: Kind | undefined
}

/** One explanation for each scheme of the vendor that applies; none when the request proves nothing, or the vendor signs nothing. */
export function explain(
  vendor: Vendor,
  http: Http,
  secret: Secret,
  { as, now, window }: ExplainOptions = {},
): Explanation[] {
  const capture = captureOf(http)
  const asked = kindsOf(vendor, as)
  const found = asked.flatMap(scheme =>
    told(() => (as || applies(scheme, capture) ? [explainSignature(scheme, capture, secret, { now, window })] : [])),
  )
  const envelope = vendor.id === 'echat' ? explainEnvelope(http, secret) : undefined
  return envelope ? [...found, envelope] : found
}

/** A body that is nested deeper than the stack is beyond telling. */
function told(explained: () => Explanation[]): Explanation[] {
  try {
    return explained()
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

/** What the vendor signs. */
export const kindsOf = ({ id }: Pick<Vendor, 'id'>, as?: Kind): readonly Scheme[] =>
  (schemes[id] ?? []).filter(it => as === undefined || it.kind === as)

function applies({ optional, always, carries, came }: Scheme, capture: Capture) {
  const texts = came(capture)
  if (optional) return !!texts[carries[0] ?? '']
  const bare = Object.keys(capture.query).length + Object.keys(capture.headers).length === 0
  return (always === true && !bare) || carries.some(it => texts[it])
}
