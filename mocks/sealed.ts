/** The answer as the vendor's wire writes it. */
import { wireOf } from '../src/wire/index.ts'
import type { Exchange, Sealed } from './exchange.ts'

export function sealedByWire(answer: unknown, { vendor, world }: Exchange): Sealed {
  const { headers, body } = wireOf(vendor).reply!.seal(answer, world.credentials(vendor), world.moment())
  return { status: 200, headers, body: body as string }
}
