/** 2.2–2.5 Groups of business labels, and the rules that their requests share with those of labels. */

import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import { type Behaviour, fail } from '../behaviour.ts'
import { lastingMemo } from '../memo.ts'
import { localTime } from '../times.ts'
import type { World } from '../world/world.ts'
import { pageOf } from './paging.ts'
import { groups, type LabelGroup, labels } from './tables.ts'

export const labelGroups: Behaviour<typeof vendor> = {
  labelGroupSave({ body: { name = '', color_value, is_multiple_choice = 0, type = 1 } }, world) {
    refuseName(name, '510005', world)
    refuseTaken(name, undefined, world)
    const now = world.clock.now()
    const id = world.newId('sobot.group')
    groups(world).put(id, { id, name, color_value, is_multiple_choice, type, created: now, updated: now })
    return { ...success, item: id }
  },
  labelGroupUpdate({ body }, world) {
    const id = required(body.id, world)
    refuseName(body.name, '510005', world)
    const before = groupOf(id, world)
    // Customers who carry several labels keep them when the group now allows one: nothing says otherwise.
    const { name = before.name, color_value = before.color_value } = body
    const { is_multiple_choice = before.is_multiple_choice } = body
    refuseTaken(name, id, world)
    groups(world).put(id, { ...before, name, color_value, is_multiple_choice, updated: world.clock.now() })
    return { ...success }
  },
  labelGroupList({ query }, world) {
    const page = pageOf([...groups(world).values()], query, 100, world)
    return { ...success, ...page, items: page.items.map(listed) }
  },
  labelGroupRemove({ params, query }, world) {
    const { id } = groupOf(required(params.id || query.id, world), world)
    groups(world).delete(id)
    for (const label of [...labels(world).values()]) if (label.groupid === id) labels(world).delete(label.id)
    return { ...success }
  },
}

const listed = lastingMemo(({ id, name, type, color_value, is_multiple_choice, created, updated }: LabelGroup) => ({
  id,
  name,
  status: 1,
  type,
  bizid: null,
  // The colour is never null in an answer.
  color_value: color_value ?? '',
  create_time: localTime(created),
  is_multiple_choice,
  update_time: localTime(updated),
}))

function refuseTaken(name: string, own: string | undefined, world: World) {
  for (const group of groups(world).values()) if (group.name === name && group.id !== own) fail(vendor, '510002')
}

/** Throws 510001 when there is none of that id. */
export const groupOf = (id: string, world: World): LabelGroup => groups(world).get(id) ?? fail(vendor, '510001')

/** Where no field is required, what is missing is taken for empty, and empty is no reason to refuse. */
const lenient = (world: World) => world.switches.choice(vendor, 'requiredFields') === 'none'

/** The value of a field that must be there. */
export function required(value: string | undefined, world: World): string {
  if (!value?.trim() && !lenient(world)) fail(vendor, world.switches.choice(vendor, 'missingFieldCode'))
  return value ?? ''
}

/** Throws `empty` for a name that is missing or blank, 510007 for one that is too long. Names are kept as sent, spaces and all. */
export function refuseName(name: string | undefined, empty: '510005' | '510006', world: World) {
  if (!name?.trim() && !lenient(world)) fail(vendor, empty)
  if (name && tooLong(name)) fail(vendor, '510007')
}

/** More than 30 characters as a reader counts them: an emoji or a rare Chinese character is one, though two UTF-16 units. */
export const tooLong = (text: string) => [...text].length > 30
