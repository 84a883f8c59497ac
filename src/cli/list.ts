/** `kefu list`: every operation and push, in document order. */
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { everyVendor, vendorNamed } from './arguments.ts'

export function list(id: string | undefined) {
  const vendors = id === undefined ? everyVendor : [vendorNamed(id)]
  process.stdout.write(`${vendors.map(described).join('\n\n')}\n`)
}

function described(vendor: Vendor): string {
  const rows = [
    ...contracts(vendor, 'operation').map(({ id, contract }) => [
      id,
      `${contract.method} ${contract.path}`,
      contract.summary,
      contract.title,
    ]),
    ...contracts(vendor, 'push').map(({ id, contract }) => [id, 'push', contract.summary, contract.title]),
  ]
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const lines = rows.map(
    ([name = '', how = '', summary, title]) =>
      `  ${name.padEnd(widths[0] ?? 0)}  ${how.padEnd(widths[1] ?? 0)}  ${summary} ${title}`,
  )
  const credentials = Object.keys(vendor.credentials.properties).join(', ') || 'none'
  return [`${vendor.id}  ${vendor.title}  ${vendor.summary}`, `  credentials: ${credentials}`, ...lines].join('\n')
}
