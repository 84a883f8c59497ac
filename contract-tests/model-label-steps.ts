/** Steps over labels, sections 2.6–2.9 of the document. */
import fc from 'fast-check'
import { blank, longerThan, type Model, reasons, removeLabels, taken } from './model.ts'
import {
  base,
  type Entry,
  expectPage,
  fresh,
  groupOf,
  labelOf,
  maybe,
  names,
  pages,
  times,
  which,
} from './model-inputs.ts'
import { type Plan, type Real, steps } from './model-steps.ts'

const labelInput = { name: names, param: maybe(names) }

interface LabelInput {
  which: number
  name: string
  param?: string | undefined
}

export function saveLabel(model: Model, { which, name, param }: LabelInput, real: Real): Plan {
  const groupid = groupOf(model, which)
  return {
    request: { path: `${base}/label/save`, body: { name, groupid, param_name: param } },
    refusals: [...reasons(['510001', !model.groups.has(groupid)]), ...labelReasons(model, name, param)],
    // Its answer does not tell the id.
    async succeeds() {
      const { items = [] } = await real.send(
        { method: 'GET', path: `${base}/label/list`, query: { groupid } },
        model.token,
      )
      const { now: created } = model
      model.labels.set(fresh(model, items.at(-1)?.id), { groupid, name, param: param ?? '', created, updated: created })
    },
  }
}

export const labelSteps = [
  steps('save a label', fc.record({ which, ...labelInput }), saveLabel),
  steps('change a label', fc.record({ which, ...labelInput }), (model, { which, name, param }): Plan => {
    const id = labelOf(model, which)
    const before = model.labels.get(id)
    return {
      request: { path: `${base}/label/update`, body: { id, name, param_name: param } },
      refusals: [...reasons(['510004', !before]), ...labelReasons(model, name, param, id)],
      succeeds() {
        if (before) model.labels.set(id, { ...before, name, param: param ?? before.param, updated: model.now })
      },
    }
  }),
  steps('remove a label', which, (model, number): Plan => {
    const id = labelOf(model, number)
    return {
      request: { path: `${base}/label/remove`, query: { id } },
      refusals: reasons(['510004', !model.labels.has(id)]),
      succeeds: () => removeLabels(model, (_, other) => other === id),
    }
  }),
  steps('list labels', fc.record({ ...pages, group: maybe(which) }), (model, { page, size, group }): Plan => {
    const groupid = group === undefined ? undefined : groupOf(model, group)
    const wanted = [...model.labels].filter(([, it]) => groupid === undefined || it.groupid === groupid)
    return {
      request: { method: 'GET', path: `${base}/label/list`, query: { groupid, page_no: page, page_size: size } },
      refusals: reasons(['999999', page === 0 || size === 0]),
      succeeds: reply => expectPage(reply, wanted.map(labelShown), page, size),
    }
  }),
]

const labelReasons = ({ labels }: Model, name: string, param = '', own?: string) =>
  reasons(
    ['510006', blank(name)],
    ['510007', longerThan(30, name)],
    ['510008', longerThan(30, param)],
    ['510003', taken(labels, it => it.name === name, own)],
    ['510004', param !== '' && taken(labels, it => it.param === param, own)],
  )

const labelShown = ([id, it]: Entry<Model['labels']>) => ({
  ...{ id, groupid: it.groupid, name: it.name, param_name: it.param || null, status: 1, bizid: null },
  ...times(it),
})
