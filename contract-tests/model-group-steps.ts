/** Steps over label groups, sections 2.2–2.5 of the document. */
import fc from 'fast-check'
import { blank, longerThan, type Model, reasons, removeLabels, taken } from './model.ts'
import { base, type Entry, expectPage, fresh, groupOf, maybe, names, pages, times, which } from './model-inputs.ts'
import { type Plan, steps } from './model-steps.ts'

const groupInput = {
  name: names,
  color: maybe(fc.constantFrom('#345454', '')),
  multiple: maybe(fc.constantFrom(0 as const, 1 as const)),
}

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
    model.groups.set(fresh(model, item), {
      name,
      color: color ?? '',
      multiple: multiple ?? 0,
      created,
      updated: created,
    })
  },
})

export const groupSteps = [
  steps('save a group', fc.record(groupInput), saveGroup),
  steps('change a group', fc.record({ which, ...groupInput }), (model, { which, name, color, multiple }): Plan => {
    const id = groupOf(model, which)
    const before = model.groups.get(id)
    return {
      request: {
        path: `${base}/label_group/update`,
        body: { id, name, color_value: color, is_multiple_choice: multiple },
      },
      refusals: [...reasons(['510001', !before]), ...groupReasons(model, name, id)],
      succeeds() {
        if (before)
          model.groups.set(id, {
            ...before,
            name,
            color: color ?? before.color,
            multiple: multiple ?? before.multiple,
            updated: model.now,
          })
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
  steps(
    'list groups',
    fc.record(pages),
    (model, { page, size }): Plan => ({
      request: { method: 'GET', path: `${base}/label_group/list`, query: { page_no: page, page_size: size } },
      refusals: reasons(['999999', page === 0 || size === 0]),
      succeeds: reply => expectPage(reply, [...model.groups].map(groupShown), page, size),
    }),
  ),
]

const groupReasons = ({ groups }: Model, name: string, own?: string) =>
  reasons(
    ['510005', blank(name)],
    ['510007', longerThan(30, name)],
    ['510002', taken(groups, it => it.name === name, own)],
  )

const groupShown = ([id, it]: Entry<Model['groups']>) => ({
  ...{ id, name: it.name, color_value: it.color, is_multiple_choice: it.multiple, type: 1, status: 1, bizid: null },
  ...times(it),
})
