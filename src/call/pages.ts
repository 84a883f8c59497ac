/** Lists that come by pages: which operations page is read from their contracts, and every entry is handed out in turn. */
import type { TSchema } from '@sinclair/typebox'
import type { Operation } from '../../schemas/define.ts'
import { at } from './failure.ts'
import type { RawInput } from './types.ts'

/** How an operation pages. */
export interface Paging {
  /** Names in the query. */
  page: string
  size: string
  /** Dotted paths in the reply: the list, and what tells the last page. */
  list: string
  count: string
  counts: 'pages' | 'entries'
}

/** How the vendors ask for a page, and where in the reply it stands. */
const asking = [
  { page: 'page_no', size: 'page_size', inside: '' },
  { page: 'page', size: 'perpage', inside: 'data.' },
]

/** Names under which a reply tells how much there is. */
const counting: Record<string, Paging['counts']> = { page_count: 'pages', total: 'entries', zong_shu: 'entries' }

/** Undefined for an operation that does not page, or whose reply is not documented. */
export function pagingOf({ query, reply }: Operation): Paging | undefined {
  const names = query?.properties ?? {}
  const found = asking.find(({ page, size }) => page in names && size in names)
  if (!found) return undefined
  const { page, size, inside } = found
  const fields: Record<string, TSchema> = (inside ? reply.properties.data : reply).properties ?? {}
  const list = Object.keys(fields).find(name => fields[name]?.type === 'array')
  const count = Object.keys(counting).find(name => name in fields)
  if (!list || !count) return undefined
  return { page, size, list: inside + list, count: inside + count, counts: counting[count]! }
}

/** Every entry from the page asked for, 1 by default, to the last page of the latest count; a page may be empty on the way. */
export async function* entriesOf(
  { page, size, list, count, counts }: Paging,
  ask: (input: RawInput) => Promise<unknown>,
  { query = {}, ...input }: RawInput,
  pageSize = 100,
): AsyncGenerator<unknown, void, undefined> {
  const length = Number(query[size] ?? pageSize)
  for (let number = Number(query[page] ?? 1); ; number++) {
    const reply = await ask({ ...input, query: { ...query, [page]: number, [size]: length } })
    yield* at(reply, list) as unknown[]
    const told = Number(at(reply, count))
    const last = counts === 'pages' ? told : Math.ceil(told / length)
    // What is no number ends it, too.
    if (!(number < last)) return
  }
}
