/** Every way in which clients of the platform are known to call it. */
import type { Formed, Parameters, Style } from './okayapi-caller.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

const texts = (parameters: Parameters) =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]))
const encoded = (parameters: Parameters) => new URLSearchParams(texts(parameters)).toString()
const newPath = (service: string) => `/api/${service.replaceAll('.', '/')}`
const s = (service: string) => ({ s: service })

/** Parameters that stand in the query, and the others. */
function divided(parameters: Parameters, names: string[]): [Parameters, Parameters] {
  const entries = Object.entries(parameters)
  const pick = (inside: boolean) => Object.fromEntries(entries.filter(([name]) => names.includes(name) === inside))
  return [pick(true), pick(false)]
}

function multipart(parameters: Parameters): Pick<Formed, 'method' | 'body'> {
  const body = new FormData()
  for (const [name, value] of Object.entries(parameters)) body.append(name, String(value))
  return { method: 'POST', body }
}

/** Not a byte is encoded, neither Chinese nor a space. */
const unencoded = (parameters: Parameters) =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

export const plain: Style = {
  name: 'new path, GET',
  form: (service, all) => ({ address: `${newPath(service)}?${encoded(all)}` }),
}

/** Numbers stay numbers. */
export const json: Style = {
  name: 'new path, JSON',
  form: (service, all) => ({
    address: newPath(service),
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(all),
  }),
}

/** A GET of the old path, which names the service in a parameter. */
const old = (name: string, path: string): Style => ({
  name,
  adds: s,
  form: (_service, all) => ({ address: `${path}?${encoded(all)}` }),
})

export const styles: readonly Style[] = [
  plain,
  json,
  {
    name: 'new path, POST without a body',
    form: (service, all) => ({ address: `${newPath(service)}?${encoded(all)}`, method: 'POST' }),
  },
  {
    name: 'new path, form with a trailing &',
    form: (service, all) => ({
      address: newPath(service),
      method: 'POST',
      headers: FORM_TYPE,
      body: `${encoded(all)}&`,
    }),
  },
  { name: 'new path, multipart', form: (service, all) => ({ address: newPath(service), ...multipart(all) }) },
  {
    name: 'new path, GET of type JSON without a body',
    form: (service, all) => ({ address: `${newPath(service)}?${encoded(all)}`, headers: JSON_TYPE }),
  },
  {
    name: 'new path, empty body of type JSON',
    form: (service, all) => ({
      address: `${newPath(service)}?${encoded(all)}`,
      method: 'POST',
      headers: JSON_TYPE,
      body: '',
    }),
  },
  old('old path /?s=', '/'),
  old('old path /api.php?s=', '/api.php'),
  old('old path //?s=', '//'),
  {
    name: 'service before s',
    adds: service => ({ s: 'SVIP.Swxiryan0788_MyApi.Nothing', service }),
    form: (_service, all) => ({ address: `/?${encoded(all)}` }),
  },
  {
    name: 'service in a form',
    adds: service => ({ service }),
    form: (_service, all) => ({ address: '/', method: 'POST', headers: FORM_TYPE, body: encoded(all) }),
  },
  {
    name: 'PHP: multipart to //?s= with s again inside',
    adds: s,
    form: (service, all) => ({ address: `//?s=${service}`, ...multipart(all) }),
  },
  {
    name: 'Skill: key, sign and time in the query, the rest as JSON',
    adds: service => ({ s: service, _timestamp: 1_700_000_000 }),
    form(_service, all) {
      const [query, body] = divided(all, ['s', 'app_key', '_timestamp', 'sign'])
      return { address: `/?${encoded(query)}`, method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) }
    },
  },
  {
    name: 'Go: nothing in the query is encoded',
    adds: s,
    form: (_service, all) => ({ address: `/?${unencoded(all)}`, raw: true }),
  },
]
