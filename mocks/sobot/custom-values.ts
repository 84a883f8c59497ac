/** Values of custom fields: a JSON array inside a text, both as a request sends it and as answers give it back. */
import { sobot as vendor } from '../../schemas/index.ts'
import { fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { type Customer, type CustomField, fields } from './tables.ts'

type Values = Readonly<Record<string, string>>

/** The values that a customer has once `text` is applied; undefined for none. No code is documented for one that is wrong. */
export function withValues(world: World, before: Values | undefined, text: string | undefined): Values | undefined {
  // No text at all names no field, and so changes none.
  if (!text) return before
  const values = new Map(Object.entries(before ?? {}))
  for (const entry of entriesOf(text)) {
    const { field_value: value } = entry
    const field = fieldOf(world, entry)
    if (!field || typeof value !== 'string' || !fits(field, value)) fail(vendor, '999999')
    if (value) values.set(field.field_id, value)
    else values.delete(field.field_id)
  }
  return values.size ? Object.fromEntries(values) : undefined
}

/** What may stand in an entry; who wrote it is a stranger. */
interface Entry {
  fieldid?: unknown
  field_value?: unknown
  field_params?: unknown
}

function entriesOf(text: string): Entry[] {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    fail(vendor, '999999')
  }
  const fine = Array.isArray(found) && found.every(it => it !== null && typeof it === 'object' && !Array.isArray(it))
  return fine ? (found as Entry[]) : fail(vendor, '999999')
}

/** A drop-down list may be named by its parameter name; where both are sent, the id counts. */
function fieldOf(world: World, { fieldid, field_params }: Entry): CustomField | undefined {
  if (typeof fieldid === 'string' && fieldid) return fields(world).get(fieldid)
  if (!field_params) return undefined
  for (const it of fields(world).values()) if (it.field_type === 6 && it.field_params === field_params) return it
  return undefined
}

const option = (value: string, { options = [] }: CustomField) => options.find(it => it.data_value === value)
const parts = (value: string) => value.split(',')
const oneOption = (value: string, field: CustomField) => option(value, field) !== undefined
const severalOptions = (value: string, field: CustomField) => parts(value).every(it => option(it, field))

/** Type of a field → which values fit; those of text fit all. A cascade lists its options without their levels. */
const forms: { [type: number]: (value: string, field: CustomField) => boolean } = {
  3: isDate,
  4: value => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value),
  5: value => /^[-+]?\d+(\.\d+)?$/.test(value),
  6: oneOption,
  7: severalOptions,
  8: oneOption,
  9: severalOptions,
}

const fits = (field: CustomField, value: string) => !value || (forms[field.field_type]?.(value, field) ?? true)

/** `yyyy-MM-dd`, and a day that there is: 30 February comes back as another. */
function isDate(value: string) {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** What people read: of a choice its options. */
export function inWords(field: CustomField, value: string | undefined): string | null {
  if (!value) return null
  return field.options ? joined(field, value, 'data_name') : value
}

/** One value, as answers and pushes write it. */
export interface Written {
  fieldid: string
  field_value: string
  field_type: string
  field_text?: string
  field_params?: string
  data_params?: string
}

/** Every value that the customer has; those of fields that are gone are skipped. */
export function writtenValues(world: World, { custom = {} }: Customer): Written[] {
  return Object.entries(custom).flatMap(([id, value]) => {
    const field = fields(world).get(id)
    return field ? written(field, value) : []
  })
}

function written(field: CustomField, value: string): Written {
  const data_params = joined(field, value, 'data_params')
  return {
    fieldid: field.field_id,
    field_value: value,
    field_type: `${field.field_type}`,
    ...(field.options && { field_text: joined(field, value, 'data_name') }),
    ...(field.field_params && { field_params: field.field_params }),
    ...(data_params && { data_params }),
  }
}

/** That facet of each option chosen, comma-separated like the values. */
const joined = (field: CustomField, value: string, facet: 'data_name' | 'data_params') =>
  parts(value)
    .flatMap(it => option(it, field)?.[facet] ?? [])
    .join(',')
