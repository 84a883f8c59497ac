/** What an exchange is answered: by the operation's behaviour, or by a refusal in the vendor's own envelope. */
import type { ErrorCode, Vendor } from '../schemas/define.ts'
import type { KefuError } from '../src/wire/errors.ts'
import { wireOf } from '../src/wire/index.ts'
import { JSON_TYPE } from '../src/wire/plain-json.ts'
import { Failure } from './behaviour.ts'
import type { Exchange, Sealed } from './exchange.ts'
import { asRefusal } from './refusals.ts'
import { type AskedParts, type Refused, sideOf } from './sides.ts'
import type { World } from './world/world.ts'

type Behave = (asked: AskedParts, world: World) => unknown

/** Never throws. */
export function answered(exchange: Exchange): Sealed {
  try {
    return carriedOut(exchange)
  } catch (error) {
    return refused(error, exchange)
  }
}

function carriedOut(exchange: Exchange): Sealed {
  const { vendor, operation, world } = exchange
  const side = sideOf(vendor)
  const asked = side.receive?.(exchange)
  const behave = side.behaviour?.[operation?.id ?? ''] as Behave | undefined
  if (!asked || !behave) throw new Error(`${vendor.id} ${operation?.id} has no behaviour`)
  const answer = behave(asked, world)
  return side.seal ? side.seal(answer, asked, exchange) : sealedByWire(answer, exchange)
}

function sealedByWire(answer: unknown, { vendor, world }: Exchange): Sealed {
  const { headers, body } = wireOf(vendor).reply!.seal(answer, world.credentials(vendor), world.moment())
  return { status: 200, headers, body: body as string }
}

/** The refusal of an exchange; a failure of the vendor's own catalogue, or whatever went wrong on the way. */
export function refused(error: unknown, exchange: Exchange): Sealed {
  const side = sideOf(exchange.vendor)
  if (error instanceof Failure) return inEnvelope(side.fail?.(error) ?? { status: 200, body: {} })
  const problem = asRefusal(error as KefuError)
  exchange.problem = problem.code
  return inEnvelope(side.refuse(problem, exchange))
}

/** The vendor's answer of that code of its catalogue. */
export function failed(vendor: Vendor, code: ErrorCode): Sealed {
  const entry = vendor.errors.find(it => it.code === code)
  if (!entry) throw new Error(`the catalogue of ${vendor.id} holds no code ${code}`)
  return inEnvelope(sideOf(vendor).fail?.(new Failure(code, entry.message)) ?? { status: 200, body: {} })
}

const inEnvelope = ({ status, body }: Refused): Sealed => ({ status, headers: JSON_TYPE, body: JSON.stringify(body) })
