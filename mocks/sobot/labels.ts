/** 2.6–2.9 Business labels. */

import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import { type Behaviour, fail } from '../behaviour.ts'
import { lastingMemo } from '../memo.ts'
import { localTime } from '../times.ts'
import type { World } from '../world/world.ts'
import { groupOf, refuseName, required, tooLong } from './label-groups.ts'
import { pageOf } from './paging.ts'
import { type Label, labels } from './tables.ts'

export const labelOperations: Behaviour<typeof vendor> = {
  labelSave({ body }, world) {
    const { name = '', param_name } = body
    refuseName(name, '510006', world)
    refuseParameter(param_name)
    // Sent in both spellings, the one that is text counts: the contract has judged only one of them.
    const asked = 'groupid' in body && typeof body.groupid === 'string' ? body.groupid : spelt(body)
    const { id: groupid } = groupOf(required(asked, world), world)
    refuseTaken({ name, param_name }, world)
    const now = world.clock.now()
    const id = world.newId('sobot.label')
    labels(world).put(id, { id, groupid, name, param_name, created: now, updated: now })
    return { ...success }
  },
  labelUpdate({ body }, world) {
    const id = required(body.id, world)
    refuseName(body.name, '510006', world)
    refuseParameter(body.param_name)
    const before = labelOf(id, world)
    // An empty param_name takes the old one away; one that is left out keeps it.
    const { name = before.name, param_name = before.param_name } = body
    refuseTaken({ id, name, param_name }, world)
    labels(world).put(id, { ...before, name, param_name, updated: world.clock.now() })
    return { ...success }
  },
  labelList({ query }, world) {
    const { groupid } = query
    const all = [...labels(world).values()]
    const found = groupid ? all.filter(it => it.groupid === groupid) : all
    const page = pageOf(found, query, 100, world)
    return { ...success, ...page, items: page.items.map(listed) }
  },
  labelRemove({ params, query }, world) {
    // Customers still name the label in their records; whatever shows labels skips those that are gone.
    const { id } = labelOf(required(params.id || query.id, world), world)
    labels(world).delete(id)
    return { ...success }
  },
}

/** As the curl spells it. */
const spelt = (body: object) => ('groupId' in body && typeof body.groupId === 'string' ? body.groupId : undefined)

const listed = lastingMemo(({ id, name, param_name, groupid, created, updated }: Label) => ({
  id,
  name,
  status: 1,
  bizid: null,
  create_time: localTime(created),
  param_name: param_name || null,
  groupid,
  update_time: localTime(updated),
}))

function refuseParameter(param_name = '') {
  if (tooLong(param_name)) fail(vendor, '510008')
}

/** The catalogue says 标签名称已存在 without naming a group: names, and names for programs, are taken as unique in the company. */
function refuseTaken({ id, name, param_name }: Pick<Partial<Label>, 'id' | 'name' | 'param_name'>, world: World) {
  for (const other of labels(world).values()) {
    if (other.id === id) continue
    if (other.name === name) fail(vendor, '510003')
    if (param_name && other.param_name === param_name) fail(vendor, '510004', '标签参数名已存在')
  }
}

/** Throws 510004 when there is none of that id. */
export const labelOf = (id: string, world: World): Label =>
  labels(world).get(id) ?? fail(vendor, '510004', '标签已不存在')
