/** What the operations of OkayAPI do, and the envelope around it. */
import type { Operations } from '../../schemas/define.ts'
import { okayapi as vendor } from '../../schemas/index.ts'
import type { Answer, Asked, Behaviour } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { excel } from './excel.ts'
import { listings } from './lists.ts'
import { messages } from './messages.ts'
import { plans } from './plans.ts'
import { report } from './report.ts'

type Calls = Operations<typeof vendor>
type Data<O> = Answer<O> extends { data: infer D } ? D : never

/** What goes into `data`, by operation. `base` is where the mock was called at. */
export type Work = {
  [N in keyof Calls]?: (asked: Asked<Calls[N]> & { base: string }, world: World) => Data<Calls[N]>
}

/** Success, as it is before the wire signs it. */
export const reply = (world: World, id: string, data: unknown) => ({
  ret: 200 as const,
  data,
  msg: bannerOf(world, id),
})

const bannerOf = (world: World, id: string) =>
  world.switches.choice(vendor, 'successMessage') === 'empty' ? '' : `V1.0 果创云开放接口 SVIP.Swxiryan0788_MyApi.${id}`

const works: Required<Work> = { ...listings, ...plans, ...messages, ...excel, ...report }

type Done = (asked: unknown, world: World) => unknown

export const behaviour = Object.fromEntries(
  Object.entries(works).map(([id, work]) => [
    id,
    (asked: unknown, world: World) => reply(world, id, (work as Done)(asked, world)),
  ]),
) as Behaviour<typeof vendor>
