/** Finds customers by a part of a text. The texts of a field lie packed in blocks, since a hundred thousand strings all over the memory take ten times as long to look through. */
import type { World } from '../world/world.ts'
import { type Customer, customers } from './tables.ts'

export type TextField = 'nick' | 'uname' | 'enterprise_name' | 'tel' | 'email'

/** Customers in a row, the texts of one field of theirs in a row, and where each text ends. */
interface Block {
  customers: Customer[]
  text: string
  ends: number[]
}

const SIZE = 512
/** Stands behind each text. */
const END = '\n'

const packed = new WeakMap<World, Map<TextField, Block[]>>()

/** Those who have the part, in whatever case, in one of the fields; the oldest first. */
export function* having(world: World, fields: readonly TextField[], part: string): Generator<Customer> {
  const wanted = part.toLowerCase()
  let number = 0
  for (const some of blocksOf(customers(world).values())) {
    const found = new Uint8Array(some.length)
    for (const field of fields) mark(blockOf(world, field, number, some), wanted, found)
    for (const [at, customer] of some.entries()) if (found[at]) yield customer
    number++
  }
}

function* blocksOf(all: Iterable<Customer>): Generator<Customer[]> {
  let some: Customer[] = []
  for (const customer of all) {
    some.push(customer)
    if (some.length < SIZE) continue
    yield some
    some = []
  }
  if (some.length) yield some
}

/** Records are replaced, never changed: a block whose customers are the same objects is still right. */
function blockOf(world: World, field: TextField, number: number, some: Customer[]): Block {
  const blocks = fieldBlocks(world, field)
  const before = blocks[number]
  if (before && before.customers.length === some.length && before.customers.every((it, at) => it === some[at]))
    return before
  const block: Block = { customers: some, text: '', ends: [] }
  const texts = some.map(it => (it[field] ?? '').toLowerCase() + END)
  let end = 0
  for (const text of texts) {
    end += text.length
    block.ends.push(end)
  }
  block.text = texts.join('')
  blocks[number] = block
  return block
}

function fieldBlocks(world: World, field: TextField): Block[] {
  const fields = packed.get(world) ?? new Map<TextField, Block[]>()
  packed.set(world, fields)
  const blocks = fields.get(field) ?? []
  fields.set(field, blocks)
  return blocks
}

function mark({ text, ends }: Block, wanted: string, found: Uint8Array) {
  let at = 0
  for (let hit = text.indexOf(wanted); hit >= 0; hit = text.indexOf(wanted, ends[at] as number)) {
    while ((ends[at] as number) <= hit) at++
    // The part itself may hold what stands between two texts.
    if (hit + wanted.length < (ends[at] as number)) found[at] = 1
  }
}
