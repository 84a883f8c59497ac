/** Steps over customers, sections 2.10–3.5 of the document, and over the token and the clock. */
import fc from 'fast-check'
import { expect } from 'vitest'
import * as rules from './model.ts'
import { DAY, type Model, PUBLIC_POOL, paged, reasons } from './model.ts'
import { fresh, labelOf, maybe, pages, which } from './model-label-steps.ts'
import { chosen, type Plan, type Reply, steps } from './model-steps.ts'

const nicks = fc.constantFrom('客户甲', 'Ada', '', '标'.repeat(50), '😀'.repeat(50))
const standing = {
  status: maybe(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constantFrom(0, 5))),
  owner: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.nat({ max: 31 })),
}
const several = fc.oneof({ weight: 5, arbitrary: fc.array(which, { minLength: 1, maxLength: 3 }) }, fc.array(which, { maxLength: 5 }))
const fewOwners = fc.oneof({ weight: 9, arbitrary: fc.array(fc.nat({ max: 31 }), { minLength: 1, maxLength: 3 }) }, fc.constant<number[]>([]))

const customerOf = ({ customers, gone }: Model, number: number) => chosen(customers.keys(), gone, number)
const stageOf = ({ stages }: Model, number: number) => chosen(stages, [], number)
/** An agent mostly; else the department, or nobody. */
const ownerOf = ({ staff }: Model, number: number | undefined) => (number === undefined ? undefined : chosen(staff, [], number))
const TEL = '16000000101'
const base = '/api/scrm/5'

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
    request: { path: `${base}/user/save`, body: { nick, tel: tel ? TEL : undefined, crm_status: status, liable_serviceid: owner } },
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
  steps('save a customer', fc.record({ nick: maybe(fc.oneof({ weight: 9, arbitrary: nicks }, fc.constant('😀'.repeat(51)))), tel: fc.boolean(), ...standing }), saveCustomer),
  steps('change a customer', fc.record({ which, nick: maybe(nicks), ...standing }), (model, { which, nick, status, owner: number }): Plan => {
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
        if (before) model.customers.set(id, { ...before, nick: nick ?? before.nick, ...rules.standing({ status, owner }, before) })
      },
    }
  }),
  steps('set labels', fc.record({ which, labels: several, bare: fc.boolean() }), (model, { which, labels, bare }): Plan => {
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
  }),
  steps('assign', fc.record({ customers: several, owners: fewOwners, type: fc.integer({ min: 1, max: 6 }) }), (model, { customers, owners, type }): Plan => {
    const ids = customers.map(it => customerOf(model, it))
    const agents = owners.map(it => ownerOf(model, it) as string)
    const asked = { customers: ids, owners: agents, type: String(type) }
    const liable_list = agents.map(liable_serviceid => ({ liable_serviceid }))
    return {
      request: { path: `${base}/public_user/assign`, body: { confirmids: ids.join(','), liable_list, assign_biz_type: asked.type } },
      refusals: rules.assignmentReasons(model, asked),
      // They are dealt like cards, which is ours to assume.
      succeeds() {
        for (const [at, id] of [...new Set(ids)].entries())
          Object.assign(model.customers.get(id) ?? {}, { status: rules.FOLLOWED_UP, owner: agents[at % agents.length] })
      },
    }
  }),
  steps('confirm', fc.record({ customers: several, type: fc.constantFrom(1, 2, 1, 2, 1, 2, 0) }), (model, { customers, type }): Plan => {
    const ids = customers.map(it => customerOf(model, it))
    return {
      request: { path: `${base}/public_user/confirm`, body: { confirmids: ids.join(' , '), confirm_type: type } },
      refusals: reasons(['400004', ids.length === 0], ['999999', type === 0 || ids.some(it => !model.customers.has(it))]),
      succeeds() {
        for (const id of ids) Object.assign(model.customers.get(id) ?? {}, { status: PUBLIC_POOL, owner: undefined })
      },
    }
  }),
  steps('set a stage', fc.record({ which, stage: which, type: maybe(fc.constantFrom(1, 2, 21, 22, '1', '23', 9)) }), (model, { which, stage, type = 1 }): Plan => {
    const [userid, stageid] = [customerOf(model, which), stageOf(model, stage)]
    const customer = model.customers.get(userid)
    return {
      request: { path: `${base}/user_stage/stage_save`, body: { userid, stageid, stage_type: type } },
      refusals: reasons(['999999', !customer || !model.stages.includes(stageid) || ![1, 21, 22, 23].includes(Number(type))]),
      succeeds() {
        if (customer) customer.stage = Number(type) === 1 ? stageid : (customer.stage ?? stageid)
      },
    }
  }),
  steps('list customers', fc.record({ ...pages, module: maybe(fc.integer({ min: 1, max: 7 })), label: maybe(which), stage: maybe(which) }), (model, { page, size, module, label, stage }): Plan => {
    const stageid = stage === undefined ? undefined : stageOf(model, stage)
    const user_label = label === undefined ? undefined : (label % 2 && model.gone[label % model.gone.length]) || labelOf(model, label)
    const all = [...model.customers]
      .filter(([, it]) => inModule(model, it, module))
      .filter(([, it]) => stageid === undefined || it.stage === stageid)
      .filter(([, it]) => user_label === undefined || it.labels.includes(user_label))
    return {
      request: { method: 'GET', path: `${base}/user/list_by_page`, query: { page_no: page, page_size: size, module_type: module, stageid, user_label } },
      refusals: reasons(['999999', page === 0 || size === 0 || module === 7]),
      succeeds(reply) {
        const { items, counts } = paged(all, page ?? 1, size ?? 15)
        expect(reply).toMatchObject(counts)
        expect(reply.items?.map(it => [it.id, it.nick ?? '', it.crm_status, it.liable_serviceid])).toEqual(
          items.map(([id, it]) => [id, it.nick, it.status, it.owner]),
        )
      },
    }
  }),
  steps('look at a customer', which, (model, number): Plan => {
    const id = customerOf(model, number)
    const customer = model.customers.get(id)
    return {
      request: { method: 'GET', path: `${base}/user/detail/${id}` },
      refusals: reasons(['999999', !customer]),
      succeeds({ item }) {
        const { nick = '', tel = '', crmStatus, liableServiceId: owner, userLabel = '' } = item as Record<string, string>
        const labels = userLabel.split(',').filter(Boolean).sort()
        const { stage: _, ...expected } = customer ?? { stage: '', labels: [] }
        expect({ nick, tel, status: Number(crmStatus), owner, labels }).toEqual({ ...expected, labels: [...expected.labels].sort() })
      },
    }
  }),
  steps('look at labels', fc.record({ customers: several, shape: fc.constantFrom('bare', 'list', 'text') }), (model, { customers, shape }): Plan => {
    const ids = customers.map(it => customerOf(model, it))
    const body = { bare: ids, list: { ids }, text: { ids: ids.join(',') } }[shape]
    return {
      request: { path: `${base}/label/userlabels`, body },
      refusals: reasons(['400004', shape === 'text' && ids.length === 0]),
      succeeds: reply => expectLabels(reply, model, ids),
    }
  }),
]

function inModule({ administrator }: Model, { status, owner }: { status: number; owner: string | undefined }, module = 1) {
  return module === 1 || (module === 6 ? owner === administrator : status === module - 1)
}

function expectLabels({ items }: Reply, { customers, labels, groups }: Model, ids: readonly string[]) {
  const found = [...new Set(ids)].filter(it => customers.has(it))
  const shown = (id: string) => {
    const { name = '', groupid = '' } = labels.get(id) ?? {}
    return { id, name, color_value: groups.get(groupid)?.color }
  }
  expect(items).toEqual(
    found.map(userid => ({ userid, label_set: expect.toSatisfy((set: { id: string }[]) => sameSet(set, customers.get(userid)?.labels.map(shown) ?? [])) })),
  )
}

/** The document does not order the labels of a customer. */
function sameSet(found: { id: string }[], wanted: { id: string }[]) {
  const sorted = (set: { id: string }[]) => set.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  expect(sorted(found)).toEqual(sorted(wanted))
  return true
}

export const tokenSteps = [
  steps('get a token', fc.constant(null), (model, _, real): Plan => ({
    request: { method: 'GET', path: '/api/get_token', query: real.sign(Math.floor(model.now / 1000)) },
    open: true,
    succeeds({ item }) {
      const { token, expires_in } = item as { token: string; expires_in: string }
      expect(token).toMatch(/^[0-9a-f]{32}$/)
      expect([model.tokens.has(token), expires_in]).toEqual([false, '86400'])
      model.tokens.set(token, model.now + DAY)
      model.token = token
    },
  })),
  steps('wait', fc.constantFrom(1_000, 61_000, 3_600_000, DAY / 3, DAY - 1, DAY), (model, milliseconds, real): undefined => {
    real.advance(milliseconds)
    model.now += milliseconds
  }),
  steps('take an older token', which, (model, number): undefined => {
    model.token = chosen(model.tokens.keys(), [], number)
  }),
]
