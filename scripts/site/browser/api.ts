/** The interactive page: what is chosen is filled in with the documented example, sent to a local mock, and shown as a command and with its answer. */
import { html } from '../html.ts'
import type { Data, OfVendor } from './api/data.ts'
import { curl, loggedIn, type Prepared, prepared, pushAt, type Typed, vendorOf } from './api/request.ts'

const data = JSON.parse(document.getElementById('api-data')?.textContent ?? '') as Data
const form = document.getElementById('api') as HTMLFormElement
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
const shown = (id: string) => document.getElementById(id) as HTMLElement

const vendor = (): OfVendor => vendorOf(data, field('vendor').value)
const operation = () => vendor().operations.find(it => it.id === field('contract').value)

const lines = (record: Readonly<Record<string, unknown>> = {}) =>
  Object.entries(record)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')

function record(text: string): Record<string, string> {
  const typed = text.split('\n').filter(Boolean)
  return Object.fromEntries(typed.map(it => [it.split('=')[0] ?? '', it.slice(it.indexOf('=') + 1)]))
}

function listContracts() {
  const { operations, pushes } = vendor()
  const group = (label: string, all: readonly { id: string; title: string }[]) =>
    all.length > 0 &&
    html`<optgroup label="${label}">${all.map(it => html`<option value="${it.id}">${it.id} · ${it.title}</option>`)}</optgroup>`
  field('contract').innerHTML =
    html`${group(data.words.operations, operations)}${group(data.words.pushes, pushes)}`.text
  prefill()
}

/** Only what the contract has is asked for. */
function prefill() {
  const chosen = operation()
  const values = { params: lines(chosen?.params), query: lines(chosen?.query), body: bodyOf(chosen?.body) }
  for (const [name, value] of Object.entries(values)) {
    field(name).value = value
    shown(`api-${name}-field`).hidden = value === ''
  }
  shown('api-to-field').hidden = chosen !== undefined
  shown('api-answer').textContent = shown('api-curl').textContent = shown('api-status').textContent = ''
}

const bodyOf = (body: unknown) => (body === undefined ? '' : JSON.stringify(body, null, 2))

/** Throws a SyntaxError for a body that is no JSON. */
async function request(): Promise<Prepared> {
  const base = field('base').value.replace(/\/+$/, '')
  const chosen = operation()
  if (!chosen) return pushAt(base, vendor(), field('contract').value, field('to').value)
  const body = field('body').value
  const typed: Typed = {
    params: record(field('params').value),
    query: record(field('query').value),
    body: body === '' ? undefined : JSON.parse(body),
  }
  return prepared(base, vendor(), chosen, typed, await loggedIn(base, vendor(), chosen))
}

async function send() {
  const status = shown('api-status')
  try {
    const made = await request()
    shown('api-curl').textContent = curl(made)
    const { method, url, headers, body } = made
    const answer = await fetch(url, { method, headers, body: body ?? null })
    shown('api-answer').textContent = pretty(await answer.text())
    status.textContent = `${data.words.status} ${answer.status}`
  } catch (error) {
    status.textContent =
      error instanceof SyntaxError ? `${data.words.badJson} ${error.message}` : data.words.unreachable
  }
}

function pretty(text: string) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

field('vendor').addEventListener('change', listContracts)
field('contract').addEventListener('change', prefill)
form.addEventListener('submit', event => {
  event.preventDefault()
  send()
})
listContracts()
