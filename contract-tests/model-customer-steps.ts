/** Steps that change customers, sections 2.11, 3.1, 3.2.1 and 3.5.2 of the document. */
import fc from 'fast-check'
import * as rules from './model.ts'
import { type Model, reasons } from './model.ts'
import { base, customerOf, fresh, labelOf, maybe, ownerOf, several, stageOf, which } from './model-inputs.ts'
import { type Plan, steps } from './model-steps.ts'

const nicks = fc.constantFrom('客户甲', 'Ada', '', '标'.repeat(50), '😀'.repeat(50))
const standing = {
  status: maybe(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constantFrom(0, 5))),
  owner: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.nat({ max: 31 })),
}
const TEL = '16000000101'

interface CustomerInput {
  status?: number | undefined
  /** Which of the staff. */
  owner?: number | undefined
  nick?: string | undefined
  tel: boolean
}

export function saveCustomer(model: Model, { nick = '', tel, status, owner: number }: CustomerInput): Plan {
  const owner = ownerOf(model, number)
  return {
    request: {
      path: `${base}/user/save`,
      body: { nick, tel: tel ? TEL : undefined, crm_status: status, liable_serviceid: owner },
    },
    refusals: [
      ...reasons(['400004', nick === '' && !tel], ['999999', rules.longerThan(50, nick)]),
      ...rules.standingReasons(model, { status, owner }),
    ],
    succeeds({ item }) {
      const made = { nick, tel: tel ? TEL : '', labels: [], stage: undefined, ...rules.standing({ status, owner }) }
      model.customers.set(fresh(model, item), made)
    },
  }
}

export const customerSteps = [
  steps(
    'save a customer',
    fc.record({
      nick: maybe(fc.oneof({ weight: 9, arbitrary: nicks }, fc.constant('😀'.repeat(51)))),
      tel: fc.boolean(),
      ...standing,
    }),
    saveCustomer,
  ),
  steps(
    'change a customer',
    fc.record({ which, nick: maybe(nicks), ...standing }),
    (model, { which, nick, status, owner: number }): Plan => {
      const id = customerOf(model, which)
      const before = model.customers.get(id)
      const owner = ownerOf(model, number)
      return {
        request: { path: `${base}/user/update/${id}`, body: { nick, crm_status: status, liable_serviceid: owner } },
        refusals: [
          ...reasons(['999999', !before], ['400004', !(nick ?? before?.nick) && !before?.tel]),
          ...rules.standingReasons(model, { status, owner }, before),
        ],
        succeeds() {
          if (before)
            model.customers.set(id, {
              ...before,
              nick: nick ?? before.nick,
              ...rules.standing({ status, owner }, before),
            })
        },
      }
    },
  ),
  steps(
    'set labels',
    fc.record({ which, labels: several, bare: fc.boolean() }),
    (model, { which, labels, bare }): Plan => {
      const id = customerOf(model, which)
      const ids = labels.map(it => labelOf(model, it))
      const list = ids.map(id => ({ id }))
      const customer = model.customers.get(id)
      return {
        request: { path: `${base}/label/update_userlabel/${id}`, body: bare ? list : { list } },
        refusals: reasons(['999999', !customer], ['510004', ids.some(it => !model.labels.has(it))]),
        succeeds() {
          if (customer) customer.labels = rules.carried(model, ids)
        },
      }
    },
  ),
  steps(
    'set a stage',
    fc.record({ which, stage: which, type: maybe(fc.constantFrom(1, 2, 21, 22, '1', '23', 9)) }),
    (model, { which, stage, type = 1 }): Plan => {
      const [userid, stageid] = [customerOf(model, which), stageOf(model, stage)]
      const customer = model.customers.get(userid)
      return {
        request: { path: `${base}/user_stage/stage_save`, body: { userid, stageid, stage_type: type } },
        refusals: reasons([
          '999999',
          !customer || !model.stages.includes(stageid) || ![1, 21, 22, 23].includes(Number(type)),
        ]),
        succeeds() {
          if (customer) customer.stage = Number(type) === 1 ? stageid : (customer.stage ?? stageid)
        },
      }
    },
  ),
]
