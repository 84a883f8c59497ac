/** Lists the contracts of a vendor and checks that they can be told apart. Every engine starts with this loop. */
import type { Operation, Push, Vendor } from './define.ts'

type Kinds = { operation: Operation; push: Push }

export interface Contract<K extends keyof Kinds = keyof Kinds> {
  id: string
  /** Name of the chapter's module. */
  chapter: string
  contract: Kinds[K]
}

type Lists = { [K in keyof Kinds]: Contract<K>[] }

/** Every contract of one kind, in the order of the document (modules list their exports in an order of their own). */
export const contracts = <K extends keyof Kinds>(vendor: Pick<Vendor, 'chapters'>, kind: K): Contract<K>[] => [...listsOf(vendor)[kind]]

/** The contract of that id, or undefined. */
export const contractOf = <K extends keyof Kinds>(vendor: Vendor, kind: K, id: string) => listsOf(vendor)[kind].find(it => it.id === id)

/** Made once: every push that is sent asks for its contract. */
const known = new WeakMap<Vendor['chapters'], Lists>()

function listsOf({ chapters }: Pick<Vendor, 'chapters'>): Lists {
  const lists = known.get(chapters) ?? { operation: sorted(chapters, 'operation'), push: sorted(chapters, 'push') }
  known.set(chapters, lists)
  return lists
}

function sorted<K extends keyof Kinds>(chapters: Vendor['chapters'], kind: K): Contract<K>[] {
  const found = Object.entries(chapters).flatMap(([chapter, module]) =>
    Object.entries(module).map(([id, contract]) => ({ id, chapter, contract: contract as Kinds[K] })),
  )
  return found.filter(({ contract }) => contract.kind === kind).sort(bySection)
}

/** What makes contracts indistinguishable: ids, paths or matches used twice. Empty for a sound vendor. */
export function collisions(vendor: Vendor): string[] {
  const operations = contracts(vendor, 'operation')
  const pushes = contracts(vendor, 'push')
  return [
    ...twice(
      'id',
      [...operations, ...pushes].map(it => it.id),
    ),
    ...twice(
      'path',
      operations.flatMap(({ contract }) => [contract.path, ...(contract.aliases ?? [])].map(path => `${contract.method} ${path}`)),
    ),
    ...twice(
      'match',
      pushes.map(({ contract }) => JSON.stringify(Object.entries(contract.match).sort())),
    ),
  ]
}

const twice = (what: string, values: string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index).map(value => `${what} ${value} is used twice`)

/** By the numbers of the section, then by id. Not by locale: that would load all of ICU at the start of every command. */
function bySection(a: Contract, b: Contract) {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  const differing = left.findIndex((number, index) => number !== right[index])
  if (differing >= 0) return (left[differing] as number) - (right[differing] ?? 0)
  return left.length - right.length || (a.id < b.id ? -1 : 1)
}

const numbersOf = ({ contract }: Contract) => (contract.doc.match(/\d+/g) ?? []).map(Number)
