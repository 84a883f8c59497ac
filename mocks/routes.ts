/** Where the operations of a vendor answer: their paths, those that the document only prints, and doors at which a parameter names the operation. */
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { sideOf } from './sides.ts'

type Method = 'GET' | 'POST'

export interface Route {
  method: Method
  /** In the router's spelling. */
  url: string
  /** Undefined where the request names it. */
  operation: Contract<'operation'> | undefined
  /** By which method and path the contract has it, or another way that is known or assumed, or a path that only an example prints. */
  kind: 'contract' | 'other' | 'printed'
}

export function routesOf(vendor: Vendor): Route[] {
  const { doors = [], anyMethod } = sideOf(vendor)
  const stated = contracts(vendor, 'operation').flatMap(operation => {
    const { method, otherMethod, path, aliases = [] } = operation.contract
    const methods = anyMethod ? METHODS : METHODS.filter(it => it === method || it === otherMethod)
    return [path, ...aliases].flatMap(address =>
      methods.map((way): Route => {
        const url = address.replace(/\{(\w+)\}/g, ':$1')
        return { method: way, url, operation, kind: kindOf(address, path, way === method) }
      }),
    )
  })
  const open = doors.flatMap(url =>
    METHODS.map((method): Route => ({ method, url, operation: undefined, kind: 'other' })),
  )
  return [...stated, ...open]
}

const METHODS: readonly Method[] = ['GET', 'POST']

function kindOf(address: string, path: string, ownMethod: boolean): Route['kind'] {
  if (address === path) return ownMethod ? 'contract' : 'other'
  // The path without its last parameter is what the table states; the parameter then stands in the query.
  return path.startsWith(`${address}/{`) ? 'other' : 'printed'
}
