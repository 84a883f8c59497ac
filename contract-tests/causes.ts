/** What a table of causes tells, and what its requests refer to. */
import { sobot } from '../schemas/index.ts'
import type { Ask, Tenant } from './tenant.ts'

/** What the requests refer to. */
export interface Made {
  groups: string[]
  labels: string[]
  customer: string
  keys: Record<string, string>
}

export type Earn = (made: Made) => Ask

/** One entry of a catalogue. */
export interface Cause {
  code: string | number
  message: string
  /** By operation; `every` stands for all that are not open. */
  earned?: { [operation: string]: Earn | readonly Earn[] }
  onlyAsFault?: string
}

/** Two groups, a label in each, a customer. */
export async function prepared({ call, keys }: Tenant): Promise<Made> {
  const groups: string[] = []
  for (const [at, name] of ['组一', '组二'].entries()) {
    groups.push((await call(sobot, 'labelGroupSave', { body: { name } })).item as string)
    const label = at === 0 ? { name: '标签一', param_name: 'one' } : { name: '标签二', param_name: 'two' }
    await call(sobot, 'labelSave', { body: { ...label, groupid: groups[at] } })
  }
  const { items } = await call(sobot, 'labelList')
  const { item } = await call(sobot, 'customerSave', { body: { nick: '林晓然' } })
  return { groups, labels: items.map(it => it.id as string), customer: item as string, keys: keys(sobot) }
}
