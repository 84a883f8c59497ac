/** `kefu explain`: which mistake a captured signature or encrypted message was made with, in words. */
import { Type as T, type TSchema } from '@sinclair/typebox'
import type { Vendor } from '../../schemas/define.ts'
import { type Explanation, explain, kindsOf } from '../explain/explain.ts'
import { KefuError } from '../wire/errors.ts'
import type { Http } from '../wire/wire.ts'
import { countOf, credentialsOf, everyVendor, type SecretOptions, standardInput, vendorNamed } from './arguments.ts'
import { captured } from './captured.ts'
import { REFUSED, UsageError } from './exit.ts'

interface ExplainOptions extends SecretOptions {
  as?: Parameters<typeof kindsOf>[1]
  window?: string
}

export async function explainCapture(vendorId: string, options: ExplainOptions) {
  const vendor = vendorNamed(vendorId)
  expectScheme(vendor, options.as)
  const window = options.window === undefined ? undefined : countOf('--window', options.window) * 1000
  const secret = await credentialsOf(loosened(vendor), options)
  const found = explain(vendor, loosely(captured(await standardInput())), secret, {
    as: options.as,
    window,
    now: Date.now(),
  })
  if (found.length === 0)
    throw new KefuError('signature-missing', {
      detail: 'Nothing in the capture is signed or encrypted; name what it should be with --as.',
    })
  process.stdout.write(found.map(inWords).join('\n'))
  if (found.some(it => it.verdict !== 'right')) process.exitCode = REFUSED
}

function expectScheme(vendor: Vendor, as: ExplainOptions['as']) {
  const kinds = kindsOf(vendor).map(it => it.kind)
  if (kinds.length === 0) {
    const others = everyVendor.filter(it => kindsOf(it).length).map(it => it.id)
    throw new UsageError(`${vendor.id} signs nothing; there are schemes of ${others.join(', ')}.`)
  }
  if (as && !kinds.includes(as)) throw new UsageError(`--as is one of ${kinds.join(', ')} for ${vendor.id}, got ${as}.`)
}

/** A key of the wrong length is a mistake to be explained, and what is not needed need not be given. */
function loosened(vendor: Vendor): Vendor {
  const loose = (schema: TSchema): TSchema => T.Optional(schema.type === 'string' ? T.String() : schema)
  const properties = Object.entries<TSchema>(vendor.credentials.properties).map(([name, it]) => [name, loose(it)])
  return { ...vendor, credentials: T.Object(Object.fromEntries(properties)) }
}

/** Besides what `kefu open` takes: an address, its query alone, or JSON that lacks what does not matter here. */
function loosely(http: Http): Http {
  if (Object.keys({ ...http.query, ...http.headers }).length) return http
  const text = Buffer.from(http.body).toString().trim()
  if (/^[^\s<{]+=\S*$/.test(text))
    return { ...http, query: Object.fromEntries(new URLSearchParams(text.replace(/^[^?]*\?/, ''))), body: '' }
  try {
    const { query, headers, body } = JSON.parse(text)
    return query || headers ? { query: query ?? {}, headers: headers ?? {}, body: String(body ?? '') } : http
  } catch {
    return http
  }
}

function inWords({ scheme, verdict, place, rule, differs, mistakes, compared }: Explanation): string {
  const lines: (readonly [head: string, text: string])[] = [
    ['where', place],
    ['expected', rule],
    ...(differs
      ? [['differs', `from digit ${differs.at + 1} on: expected …${differs.expected}…, got …${differs.got}…`] as const]
      : []),
    ...mistakes.flatMap(
      ({ id, what, cure }) =>
        [
          [mistakes.length > 1 ? 'perhaps' : 'mistake', `${what} (${id})`],
          ['do', cure],
        ] as const,
    ),
    ...(verdict === 'unexplained' ? [['do', UNEXPLAINED] as const] : []),
    ...compared.map(it => ['compared', `${it.name}: ${it.length} characters, sha256 ${it.sha256}…`] as const),
  ]
  return `${scheme}: ${verdict}\n${lines.map(([head, text]) => `  ${head.padEnd(9)} ${text}\n`).join('')}`
}

const UNEXPLAINED =
  'No known mistake gives what came. Compare the parts below with those of the other side by length and hash: the one that differs is wrong.'
