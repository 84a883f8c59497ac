/** What the steps of the model-based test draw, and how they name things that the model knows. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { localTime, type Model, paged } from './model.ts'
import { chosen, type Reply } from './model-steps.ts'

export const base = '/api/scrm/5'

export const which = fc.nat({ max: 31 })
export const several = fc.oneof(
  { weight: 5, arbitrary: fc.array(which, { minLength: 1, maxLength: 3 }) },
  fc.array(which, { maxLength: 5 }),
)
export const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
export const pages = { page: maybe(fc.integer({ min: 0, max: 3 })), size: maybe(fc.integer({ min: 0, max: 4 })) }
export const names = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚') },
  fc.constantFrom(
    ...['', ' ', '标'.repeat(30), '😀'.repeat(30), '标'.repeat(31), '😀'.repeat(31), '__proto__', 'constructor'],
  ),
)

export const groupOf = ({ groups, gone }: Model, number: number) => chosen(groups.keys(), gone, number)
export const labelOf = ({ labels, gone }: Model, number: number) => chosen(labels.keys(), gone, number)
export const customerOf = ({ customers, gone }: Model, number: number) => chosen(customers.keys(), gone, number)
export const stageOf = ({ stages }: Model, number: number) => chosen(stages, [], number)
/** An agent mostly; else the department, or nobody. */
export const ownerOf = ({ staff }: Model, number: number | undefined) =>
  number === undefined ? undefined : chosen(staff, [], number)

/** An id that nothing had before. */
export function fresh({ groups, labels, customers, gone }: Model, id: unknown): string {
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect([groups, labels, customers].some(it => it.has(id as string)) || gone.includes(id as string)).toBe(false)
  return id as string
}

export type Entry<M> = M extends Map<string, infer T> ? [string, T] : never

export const times = ({ created, updated }: { created: number; updated: number }) => ({
  create_time: localTime(created),
  update_time: localTime(updated),
})

export function expectPage(
  { ret_code: _, ret_msg: __, ...found }: Reply,
  all: readonly object[],
  page = 1,
  size = 100,
) {
  const { items, counts } = paged(all, page, size)
  expect(found).toEqual({ items, ...counts })
}
