/** 3.3.1 Find customers: one pass over all of them, of which only the page is kept. */
import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import { type Asked, type Behaviour, fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { operator } from './changes.ts'
import { listed } from './customer-detail.ts'
import { byTable } from './events.ts'
import { type Customer, customers, labels } from './tables.ts'
import { having, type TextField } from './text-search.ts'

type Query = Asked<(typeof vendor)['chapters']['customerQuery']['customerListByPage']>['query']
type Test = (customer: Customer) => boolean

export const customerList: Behaviour<typeof vendor> = {
  customerListByPage({ query }, world) {
    const { page_no = 1, page_size: wanted = 15 } = query
    if (page_no < 1 || wanted < 1) fail(vendor, '999999')
    const page_size = Math.min(wanted, largest(world))
    const { total_count, page } = search(
      candidates(query, world),
      testsOf(query, world),
      (page_no - 1) * page_size,
      page_size,
    )
    const counts = { page_no, page_count: Math.ceil(total_count / page_size), total_count, page_size }
    return { ...success, items: page.map(it => listed(world, it)), ...(byTable(world) ? asText(counts) : counts) }
  },
}

function largest(world: World) {
  const choice = world.switches.choice(vendor, 'maxPageSize')
  return choice === 'none' ? Number.POSITIVE_INFINITY : Number(choice)
}

const asText = <K extends string>(counts: { [name in K]: number }) =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, `${count}`])) as { [name in K]: string }

/** Counts every match and keeps those of the page, the oldest customer first. */
function search(all: Iterable<Customer>, tests: readonly Test[], start: number, size: number) {
  const page: Customer[] = []
  let total_count = 0
  next: for (const customer of all) {
    for (const test of tests) if (!test(customer)) continue next
    if (total_count >= start && page.length < size) page.push(customer)
    total_count++
  }
  return { total_count, page }
}

/** Parameter → the test that its value stands for. Empty values filter nothing: forms send them. */
const filters: { [name in keyof Query]?: (value: string, world: World) => Test } = {
  module_type: moduleTest,
  isblack: value => it => it.user_status === value,
  stageid: value => it => it.stageid === value,
  wx_build_unionId: value => it => it.wx_build_unionid === value,
  create_start_time: value => {
    const start = secondsOf(value) * 1000
    return it => it.created >= start
  },
  // The whole of the last second: answers show times without its fractions.
  create_end_time: value => {
    const end = (secondsOf(value) + 1) * 1000
    return it => it.created < end
  },
  // A label that was removed is carried by nobody.
  user_label: (value, world) => {
    const ids = value.split(',').map(it => it.trim())
    const wanted = new Set(ids.filter(it => labels(world).get(it)))
    return ({ labels: carried }) => carried?.some(id => wanted.has(id)) ?? false
  },
}

function testsOf(query: Query, world: World): Test[] {
  const tests: Test[] = [it => it.status !== 9]
  for (const [name, test] of Object.entries(filters)) {
    const value = query[name as keyof Query]
    if (value !== undefined && value !== '') tests.push(test(`${value}`, world))
  }
  return tests
}

const secondsOf = (value: string) => (/^\d+$/.test(value) ? Number(value) : fail(vendor, '999999'))

/** One list of the CRM each: the first holds everybody, the last those of whoever asks. */
function moduleTest(type: string, world: World): Test {
  if (type === '1') return () => true
  const own = operator(world).id
  if (type === '6') return it => it.liable_serviceid === own
  const status = modules.get(type) ?? fail(vendor, '999999')
  return it => it.crm_status === status
}

const modules = new Map([
  ['2', 1],
  ['3', 2],
  ['4', 3],
  ['5', 4],
])

/** In the order of their numbers. */
const searchable: readonly TextField[] = ['nick', 'uname', 'enterprise_name', 'tel', 'email']

/** By the number of the table, or by the name of the field as in the curl; without a type in every field, without a value everybody. */
function candidates({ search_type: type = '', search_value = '' }: Query, world: World): Iterable<Customer> {
  const fields = searchable.filter((name, index) => !type || type === name || type === `${index + 1}`)
  if (fields.length === 0) fail(vendor, '999999')
  return search_value ? having(world, fields, search_value) : customers(world).values()
}
