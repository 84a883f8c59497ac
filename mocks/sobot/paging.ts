/** One page of a list, with its counts. */
import { sobot as vendor } from '../../schemas/index.ts'
import { fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'

export interface PageAsked {
  page_no?: number
  page_size?: number
}

/** `all` is what the filter found, `standard` the page_size of a request that names none. Only the page is copied. */
export function pageOf<T>(all: readonly T[], asked: PageAsked, standard: number, world: World) {
  const { page_no = 1, page_size: wanted = standard } = asked
  // The document has no code for a page that cannot be; beyond the last page there is simply nothing.
  if (page_no < 1 || wanted < 1) fail(vendor, '999999')
  const page_size = Math.min(wanted, largest(world))
  const start = (page_no - 1) * page_size
  return {
    items: all.slice(start, start + page_size),
    page_no,
    page_size,
    page_count: Math.ceil(all.length / page_size),
    total_count: all.length,
  }
}

function largest(world: World) {
  const choice = world.switches.choice(vendor, 'maxPageSize')
  return choice === 'none' ? Number.POSITIVE_INFINITY : Number(choice)
}
