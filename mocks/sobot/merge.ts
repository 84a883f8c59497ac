/** 4.3 Two customers become one. No operation of the document does it; it is an act of the kit. */
import { sobot as vendor } from '../../schemas/index.ts'
import { KefuError } from '../../src/wire/errors.ts'
import type { World } from '../world/world.ts'
import { operator, patched } from './changes.ts'
import { mergeEntry } from './events.ts'
import { type Customer, customers, dynamics } from './tables.ts'

/** `userid` stays and takes over what `mergedUserid` has; throws name-unknown when there are no two such customers. */
export function merge(world: World, userid: string, mergedUserid: string) {
  if (userid === mergedUserid)
    throw new KefuError('name-unknown', { detail: 'A customer cannot be merged with itself.' })
  const [stays, goes] = [kept(world, userid), kept(world, mergedUserid)]
  const now = { updater: operator(world).id, updated: world.clock.now() }
  const united = patched(stays, { ...takenOver(stays, goes), ...now })
  customers(world).put(userid, united)
  customers(world).put(mergedUserid, patched(goes, { status: 9, ...now }))
  appendTrail(world, userid, mergedUserid)
  world.outbox.announce(vendor, 'customerMerged', () => mergeEntry(world, united, mergedUserid))
}

function kept(world: World, id: string): Customer {
  const found = customers(world).get(id)
  if (found?.status === 8) return found
  const state = found ? 'was merged into another one' : 'does not exist'
  throw new KefuError('name-unknown', { detail: `The customer ${JSON.stringify(id)} ${state}.` })
}

/** Fields of which only both, or neither, make sense. State and owner stay those of the customer that stays. */
const together: readonly (readonly (keyof Customer)[])[] = [
  ['proviceid', 'provice_name', 'cityid', 'city_name', 'areaid', 'area_name'],
  ['enterpriseid', 'enterprise_name'],
  ['stageid', 'stage_type'],
]
const alone: readonly (keyof Customer)[] = [
  'nick',
  'uname',
  'visitorids',
  'partnerid',
  'email',
  'tel',
  'qq',
  'wx',
  'sex',
  'remark',
  'vip_level',
  'wx_build_unionid',
]

/** What the one that stays lacks, the labels and the custom values of both. */
function takenOver(stays: Customer, goes: Customer): Partial<Customer> {
  const missing = [...together, ...alone.map(name => [name])].filter(names => names.every(it => !stays[it])).flat()
  const labels = [...new Set([...(stays.labels ?? []), ...(goes.labels ?? [])])]
  return {
    ...Object.fromEntries(missing.filter(name => goes[name] !== undefined).map(name => [name, goes[name]])),
    ...(labels.length && { labels }),
    ...((stays.custom || goes.custom) && { custom: { ...goes.custom, ...stays.custom } }),
  }
}

/** One trail, in the order in which things happened. */
function appendTrail(world: World, userid: string, mergedUserid: string) {
  const all = dynamics(world)
  const both = [...(all.get(userid) ?? []), ...(all.get(mergedUserid) ?? [])]
  const sorted = both.sort((one, other) => one.time - other.time)
  all.put(userid, sorted)
  all.delete(mergedUserid)
}
