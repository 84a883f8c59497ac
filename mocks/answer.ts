/** What an exchange is answered: by the operation's behaviour, or by a refusal in the vendor's own envelope. */
import type { ErrorCode } from '../schemas/define.ts'
import { explain } from '../src/explain/explain.ts'
import type { KefuError } from '../src/wire/errors.ts'
import { JSON_TYPE } from '../src/wire/plain-json.ts'
import { Failure, failureOf } from './behaviour.ts'
import type { Exchange, Sealed } from './exchange.ts'
import { asRefusal } from './refusals.ts'
import { sealedByWire } from './sealed.ts'
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
  const asked = received(exchange)
  if (!asked || !operation) throw new Error(`${vendor.id} answers no calls`)
  const behave = side.behaviour?.[operation.id] as Behave | undefined
  // An operation that was just written down has no behaviour yet: it answers what is documented.
  const answer = behave ? behave(asked, world) : Object.values(operation.contract.examples)[0]?.reply
  return side.seal ? side.seal(answer, asked, exchange) : sealedByWire(answer, exchange)
}

/** A call that its vendor's rules turn away is refused, whatever code says so. */
function received(exchange: Exchange) {
  try {
    return sideOf(exchange.vendor).receive?.(exchange)
  } catch (error) {
    if (error instanceof Failure) exchange.problem = 'contract-violated'
    throw error
  }
}

/** The refusal of an exchange; a failure of the vendor's own catalogue, or whatever went wrong on the way. */
export function refused(error: unknown, exchange: Exchange): Sealed {
  const side = sideOf(exchange.vendor)
  if (error instanceof Failure) return inEnvelope(side.fail?.(error, exchange) ?? { status: 200, body: {} })
  const problem = asRefusal(error as KefuError)
  exchange.problem = problem.code
  if (problem.code === 'signature-wrong') exchange.notes.push(...mistakesOf(exchange))
  return inEnvelope(side.refuse(problem, exchange))
}

/** The vendor's answer of that code of its catalogue; `meaning` picks one where a code has two messages. */
export const failed = (exchange: Exchange, code: ErrorCode, meaning?: string): Sealed =>
  refused(failureOf(exchange.vendor, code, meaning), exchange)

const inEnvelope = ({ status, body }: Refused): Sealed => ({ status, headers: JSON_TYPE, body: JSON.stringify(body) })

/** For the journal: what a caller who signs wrongly did, where that can be told. */
const mistakesOf = ({ vendor, http, world }: Exchange): string[] =>
  explain(vendor, http, world.credentials(vendor), { now: world.clock.now() }).flatMap(it =>
    it.mistakes.map(({ what, cure }) => `${it.scheme}: ${what} ${cure}`),
  )
