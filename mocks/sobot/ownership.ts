/** 3.2.2–3.2.3 Who owns a customer. Only one that is followed up has an owner. */
import { sobot as vendor } from '../../schemas/index.ts'
import { crmStatuses } from '../../schemas/sobot/codes.ts'
import { success } from '../../schemas/sobot/common.ts'
import { type Behaviour, fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { changed, existing, patched } from './changes.ts'
import { required } from './label-groups.ts'
import { type Customer, staff } from './tables.ts'

const WAITING = 2
const FOLLOWED_UP = 3
const PUBLIC_POOL = 4

export const ownership: Behaviour<typeof vendor> = {
  customerAssign({ body: { confirmids, liable_list = [], assign_biz_type } }, world) {
    const from = origins.get(required(assign_biz_type, world)) ?? fail(vendor, '999999')
    const chosen = chosenOf(world, confirmids)
    if (!liable_list.length) required(undefined, world)
    const owners = liable_list.map(it => ownerOf(world, it))
    // Where no field is required, a request without owners gives nothing to anybody.
    if (!owners.length) return { ...success }
    if (chosen.some(it => it.crm_status !== from)) fail(vendor, '999999')
    // Dealt like cards, for nothing says which of several owners gets which customer.
    for (const [index, before] of chosen.entries())
      changed(world, before, patched(before, { crm_status: FOLLOWED_UP, ...owners[index % owners.length] }))
    return { ...success }
  },
  customerConfirm({ body: { confirmids, confirm_type } }, world) {
    const byType = world.switches.choice(vendor, 'confirmEffect') === 'byType'
    const crm_status = byType && confirm_type === 1 ? WAITING : PUBLIC_POOL
    for (const before of chosenOf(world, confirmids)) changed(world, before, patched(before, { crm_status, ...nobody }))
    return { ...success }
  },
}

/** Business type of an assignment → the state that the customers must be in. */
const origins = new Map([
  ['1', WAITING],
  ['2', PUBLIC_POOL],
  ['3', PUBLIC_POOL],
  ['4', FOLLOWED_UP],
  ['5', FOLLOWED_UP],
])

/** The customers of comma-separated ids, each once; all are known before one is changed. */
function chosenOf(world: World, confirmids: string | undefined): Customer[] {
  const ids = (confirmids ?? '').split(',').flatMap(id => id.trim() || [])
  required(ids[0], world)
  return [...new Set(ids)].map(id => existing(world, id))
}

interface Liable {
  liable_serviceid?: string | undefined
  liable_service_name?: string | undefined
  liable_departmentid?: string | undefined
  /** As the table spells it. */
  Liable_departmentid?: string | undefined
}

type Owner = Pick<Customer, 'liable_serviceid' | 'liable_service_name' | 'liable_departmentid'>

const nobody: Owner = { liable_serviceid: undefined, liable_service_name: undefined, liable_departmentid: undefined }

/** An agent; the name is kept as sent, or looked up. */
function ownerOf(world: World, { liable_serviceid, liable_service_name, ...rest }: Liable): Owner {
  const agent = staff(world).get(required(liable_serviceid, world))
  if (agent?.type !== 2) fail(vendor, '999999')
  return {
    liable_serviceid: agent.id,
    liable_service_name: liable_service_name || agent.name,
    // A new owner does not inherit the department of the one before.
    liable_departmentid: rest.liable_departmentid || rest.Liable_departmentid,
  }
}

/** State and owner of a customer after a request that may name both; `before` is what holds without it. */
export function standingOf(
  world: World,
  sent: Liable & { crm_status?: number | undefined },
  before: Pick<Customer, 'crm_status'> & Owner,
): Partial<Customer> {
  const { crm_status = before.crm_status, liable_serviceid } = sent
  if (!Object.hasOwn(crmStatuses, crm_status)) fail(vendor, '999999')
  if (crm_status !== FOLLOWED_UP) {
    // To ignore the owner, or to follow up unasked, would hide from the caller that the two contradict each other.
    if (liable_serviceid) fail(vendor, '999999')
    return { crm_status, ...nobody }
  }
  if (!required(liable_serviceid ?? before.liable_serviceid, world)) return { crm_status, ...nobody }
  return { crm_status, ...(liable_serviceid && ownerOf(world, sent)) }
}
