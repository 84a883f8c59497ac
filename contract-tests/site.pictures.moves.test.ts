/** The moves of a customer as the docs site draws them: each is made on the mock, and no other can be made. */
import { expect, onTestFinished, test } from 'vitest'
import { sobot } from '../schemas/index.ts'
import { type Move, moves, type State, states } from '../scripts/site/pictures/moves.ts'
import { tenant } from './tenant.ts'

const every = { assign_biz_type: ['1', '2', '3', '4', '5'], confirm_type: [1, 2], crm_status: states }

async function prepared() {
  const mock = tenant([sobot])
  onTestFinished(() => mock.close())
  const call = (operation: string, body: object, id = '') => mock.call(sobot, operation, { body, params: { id } })
  const { items } = await mock.call(sobot, 'staffList')
  const owner = { liable_serviceid: agents(items)[0] as string }
  const added = async (state: State) =>
    (await call('customerSave', { nick: '甲', crm_status: state, ...(state === 3 && owner) })).item as string
  const stateOf = async (id: string) => {
    const { item } = await mock.call(sobot, 'customerDetail', { params: { id } })
    return Number((item as { crmStatus: string }).crmStatus)
  }
  return { mock, call, owner, added, stateOf }
}

const agents = (items: Record<string, unknown>[]): unknown[] =>
  items.flatMap(it => [...(it.type === 2 ? [it.id] : []), ...agents((it.sub_list ?? []) as Record<string, unknown>[])])

test.each([
  ['customerAssign', 'assign_biz_type', undefined],
  ['customerConfirm', 'confirm_type', undefined],
  ['customerConfirm', 'confirm_type', 'byType'],
  ['customerUpdate', 'crm_status', undefined],
] as const)('%s by %s (%s) moves as drawn, and nowhere else', async (operation, field, under) => {
  const { mock, call, owner, added, stateOf } = await prepared()
  if (under) await mock.door('POST', '/assumptions', { sobot: { confirmEffect: under } })
  for (const value of every[field]) {
    for (const from of states) {
      const id = await added(from)
      const drawn = moves.find(it => fits(it, operation, value, under) && it.from.includes(from))
      const owning = operation === 'customerAssign' ? { liable_list: [owner] } : drawn?.owner && owner
      const answer = await call(operation, { confirmids: id, [field]: value, ...owning }, id)
      expect([operation, value, from, answer.code, await stateOf(id)]).toEqual([
        operation,
        value,
        from,
        drawn ? '000000' : '999999',
        drawn?.to ?? from,
      ])
    }
  }
})

const fits = ({ operation, by, under }: Move, name: string, value: unknown, choice: string | undefined) =>
  operation === name && by[1] === value && under === choice

test('a new customer begins in each of the four, and in the first where nothing is said', async () => {
  const { call, added, stateOf } = await prepared()
  const begun = await Promise.all(states.map(async it => stateOf(await added(it))))
  expect(begun).toEqual(moves.filter(it => it.operation === 'customerSave').map(it => it.to))
  expect(await stateOf((await call('customerSave', { nick: '甲' })).item as string)).toBe(1)
})

test('who is to be followed up needs an owner', async () => {
  const { call, added } = await prepared()
  expect(moves.filter(it => it.to === 3).every(it => it.owner)).toBe(true)
  expect((await call('customerSave', { nick: '甲', crm_status: 3 })).code).toBe('400004')
  const id = await added(1)
  expect((await call('customerUpdate', { crm_status: 3 }, id)).code).toBe('400004')
  expect((await call('customerAssign', { confirmids: id, assign_biz_type: '1' })).code).toBe('400004')
})
