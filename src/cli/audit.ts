/** `kefu audit`: judges the clients and receivers of a world by its journal. */
import { audit } from '../../contract-tests/conformance/audit/audit.ts'
import { terminal } from '../../contract-tests/conformance/report/index.ts'
import type { Report } from '../../contract-tests/conformance/report.ts'
import type { Exchanges } from '../../mocks/exported/exchanges.ts'
import type { Vendor } from '../../schemas/define.ts'
import { everyVendor, vendorNamed } from './arguments.ts'
import { barOf, heldTo } from './bar.ts'
import { exchangesAt } from './exchanges.ts'
import { REFUSED } from './exit.ts'
import { tellDropped } from './journal.ts'
import { journalIn } from './journal-file.ts'
import { prepareReports, writeReports } from './reports.ts'

export interface AuditCommand {
  mock: string
  world: string
  /** A file, instead of a mock. */
  journal?: string
  min: string
  report?: string
  out: string
  verbose?: boolean
}

export async function auditClients(name: string | undefined, options: AuditCommand) {
  const named = name === undefined ? undefined : vendorNamed(name)
  const bar = barOf(options.min)
  const prepared = prepareReports('audit', options)
  const told = options.journal === undefined ? await atMock(options) : journalIn(options.journal)
  tellDropped(told.dropped)
  const [first, ...others] = named ? [named] : vendorsIn(told)
  if (!first) {
    process.stderr.write(`kefu: the journal of world ${told.world} is empty: call the mock first, then audit.\n`)
    process.exitCode = REFUSED
    return
  }
  const reports: [Report, ...Report[]] = [reportOf(first, told), ...others.map(it => reportOf(it, told))]
  const { isTTY = false, columns = 100 } = process.stdout
  const style = { bar, colour: isTTY, width: Math.min(columns, 120), verbose: options.verbose ?? false }
  for (const it of reports) process.stdout.write(`${terminal(it, style)}\n`)
  writeReports(reports, { ...prepared, bar })
  heldTo(reports, bar)
}

/** With how far the world's clock is ahead of this machine's. */
export type Told = Pick<Exchanges, 'world' | 'entries' | 'dropped' | 'attempts'> &
  Partial<Pick<Exchanges, 'running' | 'deadLetters' | 'patience'>> & { lead?: number }

async function atMock({ mock, world }: AuditCommand): Promise<Told> {
  const found = await exchangesAt(mock, world)
  return { ...found, lead: found.now - Date.now() }
}

const reportOf = (vendor: Vendor, { entries, attempts, ...told }: Told) =>
  audit(vendor, entries, attempts, { ...told, at: Date.now() })

const vendorsIn = ({ entries, attempts }: Told) =>
  everyVendor.filter(
    ({ id }) => entries.some(it => it.vendor === id) || attempts.some(it => it.vendor === id && it.push !== undefined),
  )
