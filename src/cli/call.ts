/** `kefu call`: one call to a vendor or to the mock; the reply goes to standard output as JSON. */
import { contractOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { call } from '../call.ts'
import { addressOf, contractNamed, credentialsOf, jsonOf, type SecretOptions, vendorNamed } from './arguments.ts'

interface CallOptions extends SecretOptions {
  to?: string
  query?: Record<string, string>
  param?: Record<string, string>
  body?: string
}

export async function callOnce(vendorId: string, operationId: string, options: CallOptions) {
  const vendor = vendorNamed(vendorId)
  const operation = contractNamed(vendor, 'operation', operationId)
  const baseUrl = addressOf(options.to ?? `http://127.0.0.1:4010/${vendor.id}`)
  const body = options.body === undefined ? undefined : jsonOf('--body', options.body)
  const credentials = await credentialsOf(vendor, options)
  const session = operation.contract.open ? credentials : await loggedIn(vendor, credentials, baseUrl)
  const input = { query: options.query ?? {}, params: options.param ?? {}, body }
  const reply = await call(vendor, operation, input, { baseUrl, credentials: session })
  process.stdout.write(`${JSON.stringify(reply, null, 2)}\n`)
}

/** The credentials with the token that the vendor's login operation gives, where it has one and none was given. */
async function loggedIn(vendor: Vendor, credentials: Record<string, string>, baseUrl: string) {
  const { login } = vendor
  const operation = login && contractOf(vendor, 'operation', login.operation)
  if (!operation || credentials[login.credential]) return credentials
  const reply = await call(vendor, operation, {}, { baseUrl, credentials })
  const token = login.reply.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], reply)
  return { ...credentials, [login.credential]: String(token) }
}
