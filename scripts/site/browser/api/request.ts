/** A call to the local mock as the kit itself would make it: signed with the credentials that the mock says. */
import type { Vendor } from '../../../../schemas/define.ts'
import { wireOf } from '../../../../src/wire/index.ts'
import type { Data, OfVendor, Operation } from './data.ts'

export interface Prepared {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: string | undefined
}

export interface Typed {
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  body: unknown
}

type Credentials = Readonly<Record<string, string>>

/** The credentials of the mock's first world. */
export async function credentialsAt(base: string, vendor: string): Promise<Credentials> {
  const answer = await fetch(`${base}/_kefu/worlds/default`)
  const { credentials } = (await answer.json()) as { credentials: Record<string, Credentials> }
  return credentials[vendor] ?? {}
}

export function prepared(
  base: string,
  vendor: OfVendor,
  operation: Operation,
  typed: Typed,
  secret: Credentials,
): Prepared {
  const { method, path, open } = operation
  const seal = wireOf({ id: vendor.id } as Vendor).call?.seal
  if (!seal) throw new Error(`${vendor.id} has no operations`)
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const http = seal({ query: { ...typed.query }, body: typed.body, open }, secret, { now: Date.now(), random })
  const url = new URL(
    `${base}/${vendor.id}${path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(typed.params[name] ?? ''))}`,
  )
  for (const [name, value] of Object.entries(http.query)) url.searchParams.append(name, value)
  const body = method === 'GET' ? undefined : String(http.body)
  return { method, url: url.href, headers: http.headers, body }
}

/** With the token that the vendor's login answers, where it has one and the call needs it. */
export async function loggedIn(base: string, vendor: OfVendor, operation: Operation): Promise<Credentials> {
  const secret = await credentialsAt(base, vendor.id)
  const { login } = vendor
  const way = login && vendor.operations.find(it => it.id === login.operation)
  if (!login || !way || operation.open || secret[login.credential]) return secret
  const { url, method, headers } = prepared(base, vendor, way, { params: {}, query: {}, body: undefined }, secret)
  const reply: unknown = await (await fetch(url, { method, headers })).json()
  const token = login.reply.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], reply)
  return { ...secret, [login.credential]: String(token) }
}

/** A push as it would be sent, or, where an address to send it to is given, what came of sending it. */
export const pushAt = (base: string, vendor: OfVendor, id: string, to: string): Prepared => ({
  method: to ? 'POST' : 'GET',
  url: `${base}/_kefu/pushes/${vendor.id}/${id}`,
  headers: to ? { 'content-type': 'application/json' } : {},
  body: to ? JSON.stringify({ to }) : undefined,
})

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

export function curl({ method, url, headers, body }: Prepared): string {
  const parts = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`)
  const all = [`curl -sS -X ${method} ${quoted(url)}`, ...parts, ...(body ? [`--data-raw ${quoted(body)}`] : [])]
  return all.join(' \\\n  ')
}

export const vendorOf = ({ vendors }: Data, id: string) => vendors.find(it => it.id === id) as OfVendor
