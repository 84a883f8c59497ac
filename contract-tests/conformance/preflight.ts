/** Finds out, before the first case, whether there is anything to judge: one clear sentence in place of sixty failures. */
import type { Incoming } from '../../mocks/deliver/transport.ts'
import { contracts } from '../../schemas/contracts.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { ask, type Bench, isBroken } from './attempt.ts'
import { shown, unacknowledged } from './judge.ts'

/** Pushes that are tried before all are taken for refused. */
const TRIED = 3

/** Why no case can be judged; undefined when they can. Throws unreachable when nobody listens. */
export async function hindrance(bench: Bench): Promise<string | undefined> {
  const { vendor } = bench.agreement
  const pushes = contracts(vendor, 'push').slice(0, TRIED)
  const answers: Incoming[] = []
  for (const { id } of pushes) {
    const incoming = await ask(bench, { push: id }, `preflight/${answers.length}`)
    if (isBroken(incoming) && answers.length === 0)
      throw new KefuError('unreachable', { detail: incoming.trouble ?? '' })
    if (!unacknowledged(bench.accepts, incoming)) return undefined
    answers.push(incoming)
  }
  const first = answers[0] as Incoming
  return misdirected(first) ?? (await indistinguishable(bench, answers))
}

/** What shows that the address is not that of the handler. */
function misdirected(incoming: Incoming): string | undefined {
  const { status, trouble, body, headers } = incoming
  if (trouble && status === 0) return `The handler gives no answer to a sound push. ${trouble}`
  if (status === 404 || status === 405)
    return `The address answers ${shown(incoming)}: correct the path of --target, and mount the handler for POST.`
  if (status >= 300 && status < 400)
    return `The address answers with a redirect to ${String(headers.location).slice(0, 200)}, which no vendor follows: give --target the address it leads to.`
  if (/html/i.test(String(headers['content-type'])) && /^\s*<(!doctype|html)/i.test(body.toString()))
    return `The address answers with an HTML page (${shown(incoming)}): correct --target, or what stands in front of the handler.`
  return undefined
}

/** A handler that treats sound and forged pushes alike was given another secret, or lets nothing pass. */
async function indistinguishable(bench: Bench, answers: readonly Incoming[]): Promise<string | undefined> {
  const { agreement } = bench
  const isForgeable =
    agreement.vendor.security !== undefined || Object.keys({ ...agreement.headers, ...agreement.query }).length > 0
  if (!isForgeable || answers.some(it => it.status >= 200 && it.status < 300)) return undefined
  const forged = await ask(bench, { signature: 'digit', shared: 'wrong' }, 'preflight/forged')
  const alike = answers.every(it => it.status === forged.status && it.body.equals(forged.body))
  if (!alike) return undefined
  return `The handler answers sound pushes as it answers a forged one: ${shown(forged)}. Most likely the secret that was given here is not the handler’s: compare them, letter by letter, and the mode. Nothing else was tried.`
}
