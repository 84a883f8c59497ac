/** Steps that look customers up, sections 2.10 and 3.3 of the document. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { type Model, paged, reasons } from './model.ts'
import { base, customerOf, labelOf, maybe, pages, several, stageOf, which } from './model-inputs.ts'
import { type Plan, type Reply, steps } from './model-steps.ts'

export const lookupSteps = [
  steps(
    'list customers',
    fc.record({ ...pages, module: maybe(fc.integer({ min: 1, max: 7 })), label: maybe(which), stage: maybe(which) }),
    (model, { page, size, module, label, stage }): Plan => {
      const stageid = stage === undefined ? undefined : stageOf(model, stage)
      const user_label = label === undefined ? undefined : labelOf(model, label)
      const all = [...model.customers]
        .filter(([, it]) => inModule(model, it, module))
        .filter(([, it]) => stageid === undefined || it.stage === stageid)
        .filter(([, it]) => user_label === undefined || it.labels.includes(user_label))
      return {
        request: {
          method: 'GET',
          path: `${base}/user/list_by_page`,
          query: { page_no: page, page_size: size, module_type: module, stageid, user_label },
        },
        refusals: reasons(['999999', page === 0 || size === 0 || module === 7]),
        succeeds(reply) {
          const { items, counts } = paged(all, page ?? 1, size ?? 15)
          expect(reply).toMatchObject(counts)
          expect(reply.items?.map(it => [it.id, it.nick ?? '', it.crm_status, it.liable_serviceid])).toEqual(
            items.map(([id, it]) => [id, it.nick, it.status, it.owner]),
          )
        },
      }
    },
  ),
  steps(
    'find the customers of a label',
    fc.record({ which, removed: fc.boolean() }),
    (model, { which, removed }): Plan => {
      const user_label = (removed && model.gone.at(-1)) || labelOf(model, which)
      const all = [...model.customers].filter(([, it]) => it.labels.includes(user_label))
      return {
        request: { method: 'GET', path: `${base}/user/list_by_page`, query: { user_label, page_size: 100 } },
        succeeds: ({ items }) => expect(items?.map(it => it.id)).toEqual(all.map(([id]) => id)),
      }
    },
  ),
  steps('look at a customer', which, (model, number): Plan => {
    const id = customerOf(model, number)
    const customer = model.customers.get(id)
    return {
      request: { method: 'GET', path: `${base}/user/detail/${id}` },
      refusals: reasons(['999999', !customer]),
      succeeds({ item }) {
        const {
          nick = '',
          tel = '',
          crmStatus,
          liableServiceId: owner,
          userLabel = '',
        } = item as Record<string, string>
        const labels = userLabel.split(',').filter(Boolean).sort()
        const { stage: _, ...expected } = customer ?? { stage: '', labels: [] }
        expect({ nick, tel, status: Number(crmStatus), owner, labels }).toEqual({
          ...expected,
          labels: [...expected.labels].sort(),
        })
      },
    }
  }),
  steps(
    'look at labels',
    fc.record({ customers: several, shape: fc.constantFrom('bare', 'list', 'text') }),
    (model, { customers, shape }): Plan => {
      const ids = customers.map(it => customerOf(model, it))
      const body = { bare: ids, list: { ids }, text: { ids: ids.join(',') } }[shape]
      return {
        request: { path: `${base}/label/userlabels`, body },
        refusals: reasons(['400004', shape === 'text' && ids.length === 0]),
        succeeds: reply => expectLabels(reply, model, ids),
      }
    },
  ),
]

function inModule(
  { administrator }: Model,
  { status, owner }: { status: number; owner: string | undefined },
  module = 1,
) {
  return module === 1 || (module === 6 ? owner === administrator : status === module - 1)
}

function expectLabels({ items }: Reply, { customers, labels, groups }: Model, ids: readonly string[]) {
  const found = [...new Set(ids)].filter(it => customers.has(it))
  const shown = (id: string) => {
    const { name = '', groupid = '' } = labels.get(id) ?? {}
    return { id, name, color_value: groups.get(groupid)?.color }
  }
  expect(items).toEqual(
    found.map(userid => ({
      userid,
      label_set: expect.toSatisfy((set: { id: string }[]) =>
        sameSet(set, customers.get(userid)?.labels.map(shown) ?? []),
      ),
    })),
  )
}

/** The document does not order the labels of a customer. */
function sameSet(found: { id: string }[], wanted: { id: string }[]) {
  const sorted = (set: { id: string }[]) => set.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  expect(sorted(found)).toEqual(sorted(wanted))
  return true
}
