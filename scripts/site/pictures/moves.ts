/** Which operations move a customer of Sobot from which state to which; a test performs every one on the mock. */
import type { crmStatuses } from '../../../schemas/sobot/codes.ts'

export type State = keyof typeof crmStatuses

export const states = [1, 2, 3, 4] as const satisfies readonly State[]

export interface Move {
  operation: 'customerSave' | 'customerUpdate' | 'customerAssign' | 'customerConfirm'
  /** Field of the body and the value that moves. */
  by: readonly [field: string, value: string | number]
  /** Empty: the customer is new. */
  from: readonly State[]
  to: State
  /** The body names an owner. */
  owner?: true
  /** Under that choice of the assumption confirmEffect; by default where it is left out. */
  under?: 'byType'
}

const assign = (value: string, from: State): Move => ({
  operation: 'customerAssign',
  by: ['assign_biz_type', value],
  from: [from],
  to: 3,
  owner: true,
})

const update = (to: State): Move => ({
  operation: 'customerUpdate',
  by: ['crm_status', to],
  from: states,
  to,
  ...(to === 3 && { owner: true }),
})

const save = (to: State): Move => ({ ...update(to), operation: 'customerSave', from: [] })

const confirm = (value: number, to: State = 4, under?: 'byType'): Move => ({
  operation: 'customerConfirm',
  by: ['confirm_type', value],
  from: states,
  to,
  ...(under && { under }),
})

export const moves: readonly Move[] = [
  ...states.map(save),
  ...states.map(update),
  assign('1', 2),
  assign('2', 4),
  assign('3', 4),
  assign('4', 3),
  assign('5', 3),
  confirm(1),
  confirm(2),
  confirm(1, 2, 'byType'),
  confirm(2, 4, 'byType'),
]
