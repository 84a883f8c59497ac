/** Tells a request that found no operation what would have matched. */
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { nearest } from '../src/wire/nearest.ts'

/** method-wrong where another method would do, else route-unknown with the nearest paths. */
export function lost(vendor: Vendor, method: string, path: string): KefuError {
  const all = contracts(vendor, 'operation').map(it => it.contract)
  if (all.length === 0) {
    return new KefuError('route-unknown', {
      detail: `${vendor.id} only pushes to you and answers no calls: see \`kefu push ${vendor.id}\`.`,
    })
  }
  const other = all.find(it => new RegExp(`^${it.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
  if (other) return new KefuError('method-wrong', { detail: `Expected ${other.method} ${path}, got ${method}.` })
  const known = all.map(it => it.path)
  const asked = path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path
  return new KefuError('route-unknown', { detail: `${method} ${asked}: ${nearest(asked, known)}` })
}

/** Characters of a path that are compared and repeated. */
const LONGEST = 200
