/** Calls a vendor's operations: typed from the contracts, with token, retries, deadlines, cancellation and paging. */
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { attempt, type Secret, sealed } from './call/attempt.ts'
import { told } from './call/failure.ts'
import { entriesOf, pagingOf } from './call/pages.ts'
import { type Caller, repeated } from './call/repeat.ts'
import { sessionOf } from './call/session.ts'
import type { CallOptions, Client, ClientOptions, PageOptions, RawInput, Settings } from './call/types.ts'

export { isFailureOf, type UnknownCode, VendorFailure } from './call/failure.ts'
export type * from './call/types.ts'

/** A client of Sobot. The token is fetched at the first call and kept; `companyid` is not needed for calls. */
export function sobotClient({ appid, appKey, ...settings }: Settings & { appid: string; appKey: string }) {
  return client(sobot, { credentials: { appid, app_key: appKey }, ...settings })
}

/** A client of OkayAPI. Every call is signed, and the signature of every reply verified. The spelling is the vendor's. */
export function okayapiClient({ appKey, appSecrect, ...settings }: Settings & { appKey: string; appSecrect: string }) {
  return client(okayapi, { credentials: { app_key: appKey, app_secrect: appSecrect }, ...settings })
}

/**
 * A client of any vendor that answers calls: a function for each operation, and for those that page another in `each`.
 * A call throws VendorFailure when the vendor answered with an error, and KefuError otherwise: contract-violated (input or reply),
 * unreachable, status-unexpected, deadline-passed, call-cancelled, signature-wrong, answer-too-large …; `attempts` tells of either
 * how many requests were made. No message holds a credential, or a value of what was sent or came; the vendor's own words stand in it.
 */
export function client<V extends Vendor>(vendor: V, { credentials, ...settings }: ClientOptions<V>): Client<V> {
  refuseAddress(settings.baseUrl)
  const caller: Caller = { settings, credentials: credentials as Secret }
  caller.session = sessionOf(vendor, caller)
  const operations = contracts(vendor, 'operation')
  const ask =
    (operation: Contract<'operation'>) =>
    (input: RawInput = {}, options?: CallOptions) =>
      repeated({ vendor, operation, input }, caller, options)
  const each = (operation: Contract<'operation'>) => {
    const paging = pagingOf(operation.contract)
    if (!paging) return []
    const entries = (input: RawInput = {}, { pageSize, ...options }: CallOptions & PageOptions = {}) =>
      entriesOf(paging, page => ask(operation)(page, options), input, pageSize)
    return [[operation.id, entries]]
  }
  const calls = Object.fromEntries(operations.map(it => [it.id, ask(it)]))
  return { ...calls, each: Object.fromEntries(operations.flatMap(each)) } as unknown as Client<V>
}

/** One attempt by contract, with the credentials as they are: for a command line, to which a message may quote what was typed. */
export async function call<V extends Vendor>(
  vendor: V,
  operation: Contract<'operation'>,
  input: RawInput,
  { credentials, ...settings }: ClientOptions<V>,
) {
  const asked = { vendor, operation, input }
  const http = sealed(asked, credentials as Secret, (settings.now ?? Date.now)(), true)
  const once = { unsignedReplies: true, ...settings }
  const outcome = await attempt(asked, http, credentials as Secret, once, new AbortController().signal)
  if ('reply' in outcome) return outcome.reply
  throw told(outcome.error, 1)
}

function refuseAddress(baseUrl: string) {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash) return
  throw new TypeError('baseUrl: expected an address such as https://www.soboten.com, without a query.')
}
