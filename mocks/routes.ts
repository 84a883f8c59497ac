/** Where the operations of a vendor answer: their paths, those that the document only prints, and doors at which a parameter names the operation. */
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { sideOf } from './sides.ts'

type Method = 'GET' | 'POST'

export interface Route {
  methods: Method[]
  /** In the router's spelling. */
  url: string
  /** Undefined where the request names it. */
  operation: Contract<'operation'> | undefined
  /** A path that no table states, only an example. */
  printed: boolean
}

export function routesOf(vendor: Vendor): Route[] {
  const { doors = [], anyMethod } = sideOf(vendor)
  const methodsOf = ({ method, otherMethod }: Contract<'operation'>['contract']): Method[] =>
    anyMethod ? ['GET', 'POST'] : otherMethod ? [method, otherMethod] : [method]
  const stated = contracts(vendor, 'operation').flatMap(operation => {
    const { path, aliases = [] } = operation.contract
    return [path, ...aliases].map(it => ({
      methods: methodsOf(operation.contract),
      url: it.replace(/\{(\w+)\}/g, ':$1'),
      operation,
      // The path without its last parameter is what the table states; the parameter then stands in the query.
      printed: it !== path && !path.startsWith(`${it}/{`),
    }))
  })
  const open = doors.map(url => ({ methods: ['GET', 'POST'] as Method[], url, operation: undefined, printed: false }))
  return [...stated, ...open]
}
