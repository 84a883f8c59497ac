/** 3.1 and 3.2.1 New customers, and changes to their own data. */
import { sobot as vendor } from '../../schemas/index.ts'
import { sexes } from '../../schemas/sobot/codes.ts'
import { success } from '../../schemas/sobot/common.ts'
import { type Asked, type Behaviour, fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { added, changed, existing, operator, patched } from './changes.ts'
import { withValues } from './custom-values.ts'
import { required } from './label-groups.ts'
import { standingOf } from './ownership.ts'
import type { Customer } from './tables.ts'

export const customerChanges: Behaviour<typeof vendor> = {
  customerSave({ body }, world) {
    required(nameOf(body), world)
    const data = { ...textsOf(body, whenNew), ...standingOf(world, body, fresh), ...checkedOf(world, body, undefined) }
    const id = world.newId('sobot.customer')
    added(world, patched({ id, ...fresh, ...originOf(world) }, data))
    return { ...success, item: id }
  },
  customerUpdate({ params, body }, world) {
    const before = existing(world, params.id)
    const data = {
      ...textsOf(body, whenChanged),
      ...standingOf(world, body, before),
      ...checkedOf(world, body, before.custom),
    }
    const after = patched(before, data)
    required(nameOf(after), world)
    changed(world, before, after)
    return { ...success }
  },
}

/** By which people find the customer again: one at least must be there. */
const nameOf = ({ nick, uname, tel }: Pick<Customer, 'nick' | 'uname' | 'tel'>) =>
  [nick, uname, tel].find(it => it?.trim())

/** A customer of whom nothing is said. 18 is the source of the customer in the documented list that was created by the API. */
const fresh = { source: 18, is_vip: '0', user_status: '0', crm_status: 1, status: 8 } as const

function originOf(world: World) {
  const [by, now] = [operator(world).id, world.clock.now()]
  return { creator: by, updater: by, created: now, updated: now }
}

/** Texts that both requests can set, kept as they were sent. */
const always = [
  'nick',
  'uname',
  'email',
  'tel',
  'qq',
  'wx',
  'remark',
  'enterpriseid',
  'enterprise_name',
  'wx_build_unionid',
] as const
/** Only a new customer is given a place, by the tables. */
const whenNew = [...always, 'proviceid', 'provice_name', 'cityid', 'city_name', 'areaid', 'area_name'] as const
const whenChanged = [...always, 'visitorids', 'partnerid', 'vip_level'] as const

function textsOf<N extends keyof Customer>(sent: { [name in N]?: string | undefined }, names: readonly N[]) {
  const found: { [name in N]?: string | undefined } = {}
  for (const name of names) if (sent[name] !== undefined) found[name] = sent[name]
  return found as Partial<Customer>
}

type Sent = Partial<Asked<(typeof vendor)['chapters']['customer']['customerUpdate']>['body']>

/** What has rules of its own. No code is documented for a value that breaks them. */
function checkedOf(world: World, { nick, uname, sex, ...sent }: Sent, custom: Customer['custom']): Partial<Customer> {
  if (tooLong(nick) || tooLong(uname)) fail(vendor, '999999')
  if (sex !== undefined && !Object.hasOwn(sexes, sex)) fail(vendor, '999999')
  return {
    ...(sex !== undefined && { sex }),
    ...(sent.is_vip && { is_vip: sent.is_vip }),
    ...(sent.user_status && { user_status: sent.user_status }),
    custom: withValues(world, custom, sent.ex_field_str),
  }
}

/** 50 characters, not UTF-16 units: an emoji counts once. */
const tooLong = (name = '') => name.length > 50 && [...name].length > 50
