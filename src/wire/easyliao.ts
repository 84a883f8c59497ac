/** EasyLiao: a lead as JSON, bare or wrapped, or as a form. Nothing is signed, so nothing can be verified. */
import { easyliao as vendor } from '../../schemas/index.ts'
import { defaultsOf } from './choose.ts'
import { KefuError } from './errors.ts'
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

/** A lead has some forty. */
const MOST_FIELDS = 1_000

const tooMany = (form: string) =>
  new KefuError('body-malformed', { detail: `${form}: expected at most ${MOST_FIELDS} fields.` })

/** Throws body-malformed: of a field that came twice, one would be lost. */
function fieldsOf(text: string) {
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) throw tooMany('Form')
  // A plus is a blank; a MiB of them takes URLSearchParams, and replaceAll, five times as long.
  const fields = [...new URLSearchParams(text.split('+').join(' '))]
  const lead = Object.fromEntries(fields)
  if (Object.keys(lead).length < fields.length)
    throw new KefuError('body-malformed', { detail: 'Form: expected each field once.' })
  return lead
}

/** The lead out of whatever it was wrapped in. Several leads stay a list, which no contract takes. */
function unwrapped(json: string): unknown {
  const value = readJson(json, vendor)
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (typeof only !== 'object' || only === null || Array.isArray(only)) return only
  const { data } = only as Record<string, unknown>
  const lead = typeof data === 'string' && Object.keys(only).length === 1 ? readJson(data, vendor) : only
  if (Object.keys(Object(lead)).length > MOST_FIELDS) throw tooMany('JSON')
  return lead
}
