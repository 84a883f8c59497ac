/** Repairs exactly the malformations of pushes that the vendors' own documents show, and reports each. */
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { applied, type Repair } from './repair-edits.ts'
import { jsonFaults, type KeyFault, keyFaults, xmlFaults } from './repair-faults.ts'
import { isJson, jsonEdits, suspectJson } from './repair-json.ts'
import { suspectXml, xmlEdits } from './repair-xml.ts'

export type { Repair } from './repair-edits.ts'

/**
 * On the text, before it is parsed; the same text when nothing is wrong, and also when it is broken in a way that no document
 * shows: then the parser says where.
 */
export function repairText(vendor: Vendor, text: string): { text: string; repairs: Repair[] } {
  const repaired = repairedXml(vendor, text) ?? repairedJson(vendor, text)
  return repaired ?? { text, repairs: [] }
}

function repairedXml(vendor: Vendor, text: string) {
  const faults = xmlFaults[vendor.id]
  if (!faults || !suspectXml(text, faults)) return undefined
  const edits = xmlEdits(text, faults)
  return edits?.length ? applied(text, edits) : undefined
}

function repairedJson(vendor: Vendor, text: string) {
  const faults = jsonFaults[vendor.id]
  if (!faults || !suspectJson(text) || isJson(text)) return undefined
  const edits = jsonEdits(text, faults)
  const repaired = edits?.length ? applied(text, edits) : undefined
  return repaired && isJson(repaired.text) ? repaired : undefined
}

/** On the parsed message, before it is judged; the same object when nothing is wrong. */
export function repairMessage(vendor: Vendor, message: unknown): { message: unknown; repairs: Repair[] } {
  const faults = keyFaults[vendor.id]
  const repairs: Repair[] = []
  if (!faults || typeof message !== 'object' || message === null || Array.isArray(message)) return { message, repairs }
  const taken = new Set<string>()
  const named = (key: string) => {
    const found = correction(vendor, faults, key)
    // Where the right key is there as well, neither may take the other's place.
    if (!found || Object.hasOwn(message, found.named) || taken.has(found.named)) return key
    taken.add(found.named)
    repairs.push({ erratum: found.erratum, what: `${JSON.stringify(key)} is read as ${found.named}.` })
    return found.named
  }
  const fields = Object.entries(message).map(([key, value]) => [named(key), value] as const)
  return { message: repairs.length ? Object.fromEntries(fields) : message, repairs }
}

function correction(vendor: Vendor, faults: readonly KeyFault[], key: string) {
  for (const fault of faults) {
    if ('key' in fault) {
      if (fault.key === key) return fault
    } else if (key.endsWith(' ') && fieldsOf(vendor).has(key.trimEnd())) {
      return { erratum: fault.erratum, named: key.trimEnd() }
    }
  }
  return undefined
}

const known = new WeakMap<Vendor, Set<string>>()

/** Fields at the top of the vendor's messages. */
function fieldsOf(vendor: Vendor): Set<string> {
  const before = known.get(vendor)
  if (before) return before
  const fields = new Set(contracts(vendor, 'push').flatMap(({ contract }) => Object.keys(contract.message.properties)))
  known.set(vendor, fields)
  return fields
}
