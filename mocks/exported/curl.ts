/** A call as a shell script that asks the running mock for its credentials; it needs bash, curl, sed and md5sum (or md5). */
import type { Vendor } from '../../schemas/define.ts'
import { type Request, said, textsOf } from './request.ts'
import { credentialsIn, type Reference, type Text, wantsToken } from './text.ts'

export interface CurlOptions {
  vendor: Vendor
  /** Id of the world. */
  world: string
  /** Origin of the mock. */
  origin: string
}

export function asCurl(request: Request, { vendor, world, origin }: CurlOptions): string {
  const { entry, method, path, query, headers, body } = request
  const texts = textsOf(request)
  const pairs = query.map(([name, value], at) => [`${at ? '&' : '?'}${encodeURIComponent(name)}=`, ...encoded(value)])
  const sent = body.length ? [`printf '%s' ${quoted(body)} |`] : []
  const bare = body.length && !headers.some(([name]) => name === 'content-type')
  const lines = [
    '#!/usr/bin/env bash',
    `# Entry ${entry.number} of world ${world}: ${said(entry)}`,
    'set -euo pipefail',
    `mock=\${KEFU_MOCK:-${origin}}`,
    ...(credentialsOf(texts, vendor).length ? worldLines(world) : []),
    ...credentialsOf(texts, vendor).map(it => `${variable(it)}=$(credential ${it.vendor} ${it.name})`),
    ...(wantsToken(texts) ? tokenLines : []),
    [
      ...sent,
      'curl --silent --show-error --globoff --path-as-is',
      `--request ${method}`,
      ...headers.map(([name, value]) => `--header ${quoted([`${name}: `, ...value])}`),
      ...(bare ? ["--header 'content-type:'"] : []),
      ...(body.length ? ['--data-binary @-'] : []),
      `--write-out '\\nstatus %{http_code}\\n'`,
      `"$mock"${quoted([`/${vendor.id}`, ...path, ...pairs.flat()])}`,
    ].join(' \\\n  '),
  ]
  return `${lines.join('\n')}\n`
}

/** Each vendor's credentials are one object of texts. */
const worldLines = (world: string) => [
  `world=$(curl --fail --silent --show-error "$mock"${quoted([`/_kefu/worlds/${encodeURIComponent(world)}`])})`,
  `credential() { sed -n 's/.*"'"$1"'":{\\([^}]*\\)}.*/\\1/p' <<<"$world" | sed -n 's/.*"'"$2"'":"\\([^"]*\\)".*/\\1/p'; }`,
  'md5() { if command -v md5sum >/dev/null; then md5sum; else command md5 -r; fi | cut -c1-32; }',
]

/** By the clock of the world, which may stand anywhere. */
const tokenLines = [
  `now=$(sed -n 's/.*"clock":{"now":\\([0-9]*\\).*/\\1/p' <<<"$world")`,
  'create_time=${now%???}',
  `sign=$(printf '%s' "$sobot_appid$create_time$sobot_app_key" | md5)`,
  'login="appid=$sobot_appid&create_time=$create_time&sign=$sign"',
  `token=$(curl --fail --silent --show-error "$mock/sobot/api/get_token?$login" | sed -n 's/.*"token":"\\([^"]*\\)".*/\\1/p')`,
]

interface Credential {
  vendor: string
  name: string
}

function credentialsOf(texts: readonly Text[], { id: vendor }: Vendor): Credential[] {
  const login = wantsToken(texts) ? ['appid', 'app_key'].map(name => ({ vendor, name })) : []
  const all = [...credentialsIn(texts), ...login]
  return all.filter((it, at) => all.findIndex(other => variable(other) === variable(it)) === at)
}

const variable = ({ vendor, name }: Credential) => `${vendor}_${name}`

const encoded = (text: Text): Text => text.map(it => (typeof it === 'string' ? encodeURIComponent(it) : it))

/** One word of the shell. */
function quoted(text: Text): string {
  const word = text
    .map(it => (typeof it === 'string' ? `'${it.replaceAll("'", `'\\''`)}'` : `"${expanded(it)}"`))
    .join('')
  return word || "''"
}

function expanded(it: Reference): string {
  if (it.kind === 'token') return '$token'
  if (it.kind === 'credential') return `\${${variable(it)}}`
  return `$(printf '%s' ${quoted(it.of)} | md5${it.upper ? ' | tr a-f A-F' : ''})`
}
