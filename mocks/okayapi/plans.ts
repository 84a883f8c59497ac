/** Working data of plans: saved row by row, read by user. */
import type { TObject } from '@sinclair/typebox'
import { okayapi as vendor } from '../../schemas/index.ts'
import { AGetAndyVarDatas } from '../../schemas/okayapi/activity-plan.ts'
import type { World } from '../world/world.ts'
import type { Work } from './behaviour.ts'
import { strval } from './convert.ts'
import { nextId } from './counters.ts'
import { refuse } from './rules.ts'

/** Column → text, `id` among them; a column that was never saved is absent. */
export type Plan = Readonly<Record<string, string>>

export const plansOf = (world: World) => world.store.table<Plan>('okayapi.plans')

type Asked = Parameters<NonNullable<Work['ASaveAndyVardDtas']>>[0]['body']
type Saved = ReturnType<NonNullable<Work['ASaveAndyVardDtas']>>

const row = AGetAndyVarDatas.reply.properties.data.properties.datas.items as TObject
/** Column → its schema, in the order of the answer. */
export const planColumns = row.properties
const listed = Object.keys(planColumns).filter(it => row.required?.includes(it))

export const plans = {
  ASaveAndyVardDtas: ({ body }, world) => (body.operate_type === 2 ? update(body, world) : create(body, world)),

  AGetAndyVarDatas({ query }, world) {
    const all = world.switches.choice(vendor, 'unlistedColumns') === 'returned'
    const columns = all ? Object.keys(planColumns) : listed
    const own = [...plansOf(world).values()].filter(it => it.user_id === String(query.user_id))
    const shown = (plan: Plan) => Object.fromEntries(columns.map(it => [it, plan[it] ?? '']))
    return { datas: own.map(shown) } as ReturnType<NonNullable<Work['AGetAndyVarDatas']>>
  },
} satisfies Work

function create(body: Asked, world: World): Saved {
  const id = nextId(world, 'plans')
  const block_index = world.switches.choice(vendor, 'blockIndexDefault')
  plansOf(world).put(id, { block_index, ...columnsIn(body), id })
  return byKind(world) ? { id } : { id, row_num: '1' }
}

/** Columns that are left out keep their value. */
function update(body: Asked, world: World): Saved {
  const changed = chosen(body, world)
  for (const plan of changed)
    plansOf(world).put(plan.id as string, { ...plan, ...columnsIn(body), id: plan.id as string })
  const row_num = String(changed.length)
  const id = body.id === undefined ? changed.at(-1)?.id : String(body.id)
  return byKind(world) || id === undefined ? { row_num } : { id, row_num }
}

/** The rows that an update is about: the one of that id or, where the world allows it, all of that user. */
function chosen({ id, user_id }: Asked, world: World): Plan[] {
  if (id !== undefined) return [plansOf(world).get(String(id)) ?? []].flat()
  if (world.switches.choice(vendor, 'updateWithoutId') !== 'byUser') return refuse('缺少必要参数id')
  if (user_id === undefined) return refuse('缺少必要参数user_id')
  return [...plansOf(world).values()].filter(it => it.user_id === String(user_id))
}

const byKind = (world: World) => world.switches.choice(vendor, 'saveAnswer') === 'byKind'

/** What was sent, as the text that the columns hold; `operate_type` is none of them. */
const columnsIn = (body: Asked): Plan =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name !== 'operate_type' && value !== undefined ? [[name, strval(value)]] : [],
    ),
  )
