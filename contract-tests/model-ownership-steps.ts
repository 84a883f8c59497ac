/** Steps that hand customers over, sections 3.2.2–3.2.3 of the document, and those over the token and the clock. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { assignmentReasons, DAY, FOLLOWED_UP, PUBLIC_POOL, reasons } from './model.ts'
import { base, customerOf, ownerOf, several, which } from './model-inputs.ts'
import { chosen, type Plan, steps } from './model-steps.ts'

const fewOwners = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.nat({ max: 31 }), { minLength: 1, maxLength: 3 }) },
  fc.constant<number[]>([]),
)

export const ownershipSteps = [
  steps(
    'assign',
    fc.record({ customers: several, owners: fewOwners, type: fc.integer({ min: 1, max: 6 }) }),
    (model, { customers, owners, type }): Plan => {
      const ids = customers.map(it => customerOf(model, it))
      const agents = owners.map(it => ownerOf(model, it) as string)
      const asked = { customers: ids, owners: agents, type: String(type) }
      const liable_list = agents.map(liable_serviceid => ({ liable_serviceid }))
      return {
        request: {
          path: `${base}/public_user/assign`,
          body: { confirmids: ids.join(','), liable_list, assign_biz_type: asked.type },
        },
        refusals: assignmentReasons(model, asked),
        // They are dealt like cards, which is ours to assume.
        succeeds() {
          for (const [at, id] of [...new Set(ids)].entries())
            Object.assign(model.customers.get(id) ?? {}, {
              status: FOLLOWED_UP,
              owner: agents[at % agents.length],
            })
        },
      }
    },
  ),
  steps(
    'confirm',
    fc.record({ customers: several, type: fc.constantFrom(1, 2, 1, 2, 1, 2, 0) }),
    (model, { customers, type }): Plan => {
      const ids = customers.map(it => customerOf(model, it))
      return {
        request: { path: `${base}/public_user/confirm`, body: { confirmids: ids.join(' , '), confirm_type: type } },
        refusals: reasons(
          ['400004', ids.length === 0],
          ['999999', type === 0 || ids.some(it => !model.customers.has(it))],
        ),
        succeeds() {
          for (const id of ids) Object.assign(model.customers.get(id) ?? {}, { status: PUBLIC_POOL, owner: undefined })
        },
      }
    },
  ),
]

export const tokenSteps = [
  steps(
    'get a token',
    fc.constant(null),
    (model, _, real): Plan => ({
      request: { method: 'GET', path: '/api/get_token', query: real.sign(Math.floor(model.now / 1000)) },
      open: true,
      succeeds({ item }) {
        const { token, expires_in } = item as { token: string; expires_in: string }
        expect(token).toMatch(/^[0-9a-f]{32}$/)
        expect([model.tokens.has(token), expires_in]).toEqual([false, '86400'])
        model.tokens.set(token, model.now + DAY)
        model.token = token
      },
    }),
  ),
  steps(
    'wait',
    fc.constantFrom(1_000, 61_000, 3_600_000, DAY / 3, DAY - 1, DAY),
    (model, milliseconds, real): undefined => {
      real.advance(milliseconds)
      model.now += milliseconds
    },
  ),
  steps('take an older token', which, (model, number): undefined => {
    model.token = chosen(model.tokens.keys(), [], number)
  }),
]
