/** EasyLiao: a lead as JSON, bare or wrapped, or as a form. Nothing is signed, so nothing can be verified. */
import { easyliao as vendor } from '../../schemas/index.ts'
import { defaultsOf } from './choose.ts'
import { readJson, writeJson } from './json.ts'
import { bare, JSON_CONTENT, stripped } from './plain-json.ts'
import { textOf } from './text.ts'
import type { Plain, Wire, Written } from './wire.ts'

export const easyliao: Wire<object> = {
  push: {
    seal: (plain, _secret, _moment, choose) => bare(write(plain, choose)),
    write,
    wrap: bare,
    unwrap: stripped,
    read,
    open: http => read(stripped(http)),
  },
}

const FORM = 'application/x-www-form-urlencoded'

/** What stands around the lead in JSON, by the choice of bodyForm. */
const wrappings: Record<string, (lead: unknown) => unknown> = {
  json: lead => lead,
  array: lead => [lead],
  dataString: lead => ({ data: writeJson(lead) }),
}

function write({ query, body }: Plain, choose = defaultsOf(vendor)): Written {
  const wrapped = wrappings[choose('bodyForm')]
  return wrapped
    ? { query, contentType: JSON_CONTENT, text: writeJson(wrapped(body)) }
    : { query, contentType: FORM, text: formOf(body as object) }
}

/** A field for each key; what is no text stands there as JSON. */
function formOf(lead: object) {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(lead))
    if (value !== undefined) form.append(name, typeof value === 'string' ? value : writeJson(value))
  return form.toString()
}

/** JSON under the content type of a form, as curl sends it, is JSON: a form has no bracket at its beginning. */
const isForm = (contentType: string | undefined, text: string) =>
  contentType?.toLowerCase().startsWith(FORM) && !/^\s*[[{]/.test(text)

function read(written: Written): Plain {
  const { query, contentType } = written
  const text = textOf(written.text)
  return { query, body: isForm(contentType, text) ? fieldsOf(text) : unwrapped(text) }
}

const fieldsOf = (text: string) => Object.fromEntries(new URLSearchParams(text))

/** The lead out of whatever it was wrapped in. Several leads stay a list, which no contract takes. */
function unwrapped(json: string): unknown {
  const value = readJson(json, vendor)
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value
  const [[name, text] = [], ...others] = Object.entries(Object(only))
  return name === 'data' && typeof text === 'string' && others.length === 0 ? readJson(text, vendor) : only
}
