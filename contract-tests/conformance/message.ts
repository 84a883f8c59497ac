/** The message of a sending: an example of the contract with ids of its own, and the fields that the case sets. */
import { type Contract, contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import type { Draw, Sending } from './case.ts'
import { withOwnIds } from './draw.ts'

/** The push that a sending is of. A name that the vendor does not have is a fault of the case. */
export function pushOf(vendor: Vendor, { push: id }: { push?: string | undefined }): Contract<'push'> {
  const all = contracts(vendor, 'push')
  const found = id === undefined ? all[0] : all.find(it => it.id === id)
  if (!found) throw new Error(`${vendor.id} has no push ${id}`)
  return found
}

export function messageFor(vendor: Vendor, sending: Sending, draw: Draw): unknown {
  const { id, contract } = pushOf(vendor, sending)
  const all: Record<string, unknown> = { ...contract.variants, ...contract.examples }
  const name = sending.example ?? (Object.keys(contract.examples)[0] as string)
  if (!Object.hasOwn(all, name)) throw new Error(`${vendor.id} ${id} has no example ${name}`)
  const message = withOwnIds(vendor, all[name], draw)
  for (const [path, value] of Object.entries(sending.set ?? {}))
    assign(message, path, typeof value === 'function' ? value(draw) : value)
  for (const path of sending.unset ?? []) assign(message, path, undefined)
  return message
}

/** Blocks on the way are made where there are none. */
function assign(message: unknown, path: string, value: unknown) {
  const keys = path.split('.')
  const last = keys.pop() as string
  let at = message as Record<string, unknown>
  for (const key of keys) {
    if (typeof at[key] !== 'object' || at[key] === null) at[key] = {}
    at = at[key] as Record<string, unknown>
  }
  if (value === undefined) delete at[last]
  else at[last] = value
}

/** The value at a dotted path; undefined where there is none. */
export const valueAt = (message: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (Object.hasOwn(Object(at), key) ? (at as Record<string, unknown>)[key] : undefined),
      message,
    )
