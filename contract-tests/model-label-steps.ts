/** Steps over label groups and labels, sections 2.2–2.9 of the document. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { blank, localTime, longerThan, type Model, paged, reasons, removeLabels, taken } from './model.ts'
import { chosen, type Plan, type Real, type Reply, steps } from './model-steps.ts'

export const which = fc.nat({ max: 31 })
export const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
export const pages = { page: maybe(fc.integer({ min: 0, max: 3 })), size: maybe(fc.integer({ min: 0, max: 4 })) }
const names = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚') },
  fc.constantFrom('', ' ', '标'.repeat(30), '😀'.repeat(30), '标'.repeat(31), '😀'.repeat(31), '__proto__', 'constructor'),
)
const groupInput = { name: names, color: maybe(fc.constantFrom('#345454', '')), multiple: maybe(fc.constantFrom(0 as const, 1 as const)) }
const labelInput = { name: names, param: maybe(names) }

const groupOf = ({ groups, gone }: Model, number: number) => chosen(groups.keys(), gone, number)
export const labelOf = ({ labels, gone }: Model, number: number) => chosen(labels.keys(), gone, number)

const base = '/api/scrm/5'

interface GroupInput {
  name: string
  color?: string | undefined
  multiple?: 0 | 1 | undefined
}

export const saveGroup = (model: Model, { name, color, multiple }: GroupInput): Plan => ({
  request: { path: `${base}/label_group/save`, body: { name, color_value: color, is_multiple_choice: multiple } },
  refusals: groupReasons(model, name),
  succeeds({ item }) {
    const { now: created } = model
    model.groups.set(fresh(model, item), { name, color: color ?? '', multiple: multiple ?? 0, created, updated: created })
  },
})

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
      const { items = [] } = await real.send({ method: 'GET', path: `${base}/label/list`, query: { groupid } }, model.token)
      const { now: created } = model
      model.labels.set(fresh(model, items.at(-1)?.id), { groupid, name, param: param ?? '', created, updated: created })
    },
  }
}

export const labelSteps = [
  steps('save a group', fc.record(groupInput), saveGroup),
  steps('change a group', fc.record({ which, ...groupInput }), (model, { which, name, color, multiple }): Plan => {
    const id = groupOf(model, which)
    const before = model.groups.get(id)
    return {
      request: { path: `${base}/label_group/update`, body: { id, name, color_value: color, is_multiple_choice: multiple } },
      refusals: [...reasons(['510001', !before]), ...groupReasons(model, name, id)],
      succeeds() {
        if (before) model.groups.set(id, { ...before, name, color: color ?? before.color, multiple: multiple ?? before.multiple, updated: model.now })
      },
    }
  }),
  steps('remove a group', which, (model, number): Plan => {
    const id = groupOf(model, number)
    return {
      request: { method: 'GET', path: `${base}/label_group/remove/${id}` },
      refusals: reasons(['510001', !model.groups.has(id)]),
      succeeds() {
        model.groups.delete(id)
        removeLabels(model, it => it.groupid === id)
        model.gone.push(id)
      },
    }
  }),
  steps('list groups', fc.record(pages), (model, { page, size }): Plan => ({
    request: { method: 'GET', path: `${base}/label_group/list`, query: { page_no: page, page_size: size } },
    refusals: reasons(['999999', page === 0 || size === 0]),
    succeeds: reply => expectPage(reply, [...model.groups].map(groupShown), page, size),
  })),
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

const groupReasons = ({ groups }: Model, name: string, own?: string) =>
  reasons(['510005', blank(name)], ['510007', longerThan(30, name)], ['510002', taken(groups, it => it.name === name, own)])

const labelReasons = ({ labels }: Model, name: string, param = '', own?: string) =>
  reasons(
    ['510006', blank(name)],
    ['510007', longerThan(30, name)],
    ['510008', longerThan(30, param)],
    ['510003', taken(labels, it => it.name === name, own)],
    ['510004', param !== '' && taken(labels, it => it.param === param, own)],
  )

/** An id that nothing had before. */
export function fresh({ groups, labels, customers, gone }: Model, id: unknown): string {
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect([groups, labels, customers].some(it => it.has(id as string)) || gone.includes(id as string)).toBe(false)
  return id as string
}

type Entry<M> = M extends Map<string, infer T> ? [string, T] : never

const times = ({ created, updated }: { created: number; updated: number }) => ({
  create_time: localTime(created),
  update_time: localTime(updated),
})

const groupShown = ([id, it]: Entry<Model['groups']>) => ({
  ...{ id, name: it.name, color_value: it.color, is_multiple_choice: it.multiple, type: 1, status: 1, bizid: null },
  ...times(it),
})

const labelShown = ([id, it]: Entry<Model['labels']>) => ({
  ...{ id, groupid: it.groupid, name: it.name, param_name: it.param || null, status: 1, bizid: null },
  ...times(it),
})

function expectPage({ ret_code: _, ret_msg: __, ...found }: Reply, all: readonly object[], page = 1, size = 100) {
  const { items, counts } = paged(all, page, size)
  expect(found).toEqual({ items, ...counts })
}
