/** 2.10–2.11 The business labels of customers. */
import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import { type Behaviour, fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { changed } from './changes.ts'
import { required } from './label-groups.ts'
import { labelOf } from './labels.ts'
import { type Customer, customers, groups, type Label, labels } from './tables.ts'

export const customerLabels: Behaviour<typeof vendor> = {
  customerLabels({ body }, world) {
    const asked = Array.isArray(body) ? body : idsOf(body.ids, world)
    const found = [...new Set(asked)].flatMap(id => kept(id, world) ?? [])
    return { ...success, items: found.map(it => ({ userid: it.id, label_set: labelsOf(it, world) })) }
  },
  customerLabelUpdate({ params, body }, world) {
    const before = kept(required(params.id, world), world) ?? fail(vendor, '999999')
    const sent = (Array.isArray(body) ? body : (body.list ?? [])).map(it => labelOf(required(it.id, world), world))
    const after = { ...before, labels: allowed(sent, world), updated: world.clock.now() }
    changed(world, before, after)
    return { ...success }
  },
}

/** The customer, unless it was merged into another. */
function kept(id: string, world: World): Customer | undefined {
  const customer = customers(world).get(id)
  return customer?.status === 8 ? customer : undefined
}

/** Comma-separated text, or a list. */
function idsOf(ids: string | string[] | undefined, world: World): string[] {
  if (Array.isArray(ids)) return ids
  return required(ids, world)
    .split(',')
    .map(id => id.trim())
}

/** The labels of a customer as answers show them; those that were removed since are skipped. */
export const labelsOf = ({ labels: carried = [] }: Customer, world: World) =>
  carried.flatMap(id => {
    const label = labels(world).get(id)
    if (!label) return []
    return { id, name: label.name, color_value: groups(world).get(label.groupid)?.color_value ?? '' }
  })

/** Ids to carry, each once. Of a group that allows one label the last one sent counts, as if they had been set one by one. */
function allowed(sent: readonly Label[], world: World): string[] {
  const single = (groupid: string) => groups(world).get(groupid)?.is_multiple_choice === 0
  const last = new Map(sent.map(it => [it.groupid, it.id]))
  const carried = sent.filter(it => !single(it.groupid) || last.get(it.groupid) === it.id)
  return [...new Set(carried.map(it => it.id))]
}
