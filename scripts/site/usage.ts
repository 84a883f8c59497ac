/** How a contract is used, as programs: a call with curl and with the client, a push with curl at the mock and with the receiver. */
import type { Contract } from '../../schemas/contracts.ts'
import type { Operation, Vendor } from '../../schemas/define.ts'
import { literal } from './literal.ts'

type Call = Operation['examples'][string]

const MOCK = 'http://127.0.0.1:4010'

/** Of a shell: `$KEFU_SOBOT_TOKEN`. */
const variable = (vendor: Vendor, credential: string) => `$KEFU_${vendor.id}_${credential}`.toUpperCase()

/** The credentials stand in variables of the environment. */
export function curlOfCall(vendor: Vendor, { contract }: Contract<'operation'>, call: Call): string {
  const { params = {}, query = {}, body } = call as { params?: object; query?: object; body?: unknown }
  const path = filled(contract.path, params)
  const credentials = Object.entries(vendor.security ?? {}).filter(([, it]) => !it.open && !it.optional)
  const inQuery = credentials.filter(([, it]) => it.in === 'query').map(([, it]) => it.name)
  const computed = contract.open ? ['appid', 'create_time', 'sign'] : []
  const values = Object.entries({ ...Object.fromEntries(inQuery.map(it => [it, ''])), ...query }).map(
    ([name, value]) => {
      if (computed.includes(name)) return `${name}=${name === 'appid' ? variable(vendor, name) : `$${name}`}`
      if (inQuery.includes(name)) return `${name}=${variable(vendor, name)}`
      return `${name}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))}`
    },
  )
  const headers = credentials
    .filter(([, it]) => !contract.open && it.in === 'header')
    .map(([, it]) => `-H "${it.name}: ${variable(vendor, it.name)}"`)
  const url = `"${MOCK}/${vendor.id}${path}${values.length ? `?${values.join('&')}` : ''}"`
  const data =
    body === undefined ? [] : ["-H 'content-type: application/json'", `-d ${shellQuoted(JSON.stringify(body))}`]
  const method = contract.method === 'POST' && body === undefined ? ['-X POST'] : []
  const lines = [`curl -s ${url}`, ...method, ...headers, ...data].join(' \\\n  ')
  return contract.open ? `${signing(vendor)}\n${lines}` : lines
}

/** Sobot's request for a token is the one call that is signed by hand. */
const signing = (vendor: Vendor) => `create_time=$(date +%s)
sign=$(printf %s "${variable(vendor, 'appid')}$create_time${variable(vendor, 'app_key')}" | md5sum | cut -c 1-32)`

const filled = (path: string, params: object) =>
  Object.entries(params).reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)), path)

const shellQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** Constructors of the clients that the library has by name. */
const clients: Record<string, string> = {
  sobot: "sobotClient({ appid: '…', appKey: '…', baseUrl: 'http://127.0.0.1:4010/sobot' })",
  okayapi: "okayapiClient({ appKey: '…', appSecrect: '…', baseUrl: 'http://127.0.0.1:4010/okayapi' })",
}

/** The client adds the credentials itself. */
export function clientOfCall(vendor: Vendor, { id }: Contract<'operation'>, call: Call): string {
  const { reply: _, query, ...rest } = call as { reply: unknown; query?: Record<string, unknown> }
  const added = Object.values(vendor.security ?? {}).flatMap(it => (it.in === 'query' && !it.open ? [it.name] : []))
  const left = Object.entries(query ?? {}).filter(([name]) => !added.includes(name))
  const input = { ...(left.length && { query: Object.fromEntries(left) }), ...rest }
  const made = clients[vendor.id] ?? ''
  return `import { ${made.slice(0, made.indexOf('('))} } from 'kefu-kit'

const api = ${made}

const reply = await api.${id}(${literal(input)})
console.log(reply)
`
}

const receiverOf = (vendor: Vendor) => `http://127.0.0.1:3000/hooks/${vendor.id}`

/** The running mock sends it, signed at that moment. */
export const curlOfPush = (vendor: Vendor, { id }: Contract<'push'>): string =>
  `curl -s ${MOCK}/_kefu/pushes/${vendor.id}/${id} \\
  -H 'content-type: application/json' \\
  -d '{"to":"${receiverOf(vendor)}"}'`

export const commandOfPush = (vendor: Vendor, { id }: Contract<'push'>, example?: string): string =>
  `npx kefu push ${vendor.id} ${id}${example === undefined ? '' : ` --example ${shellQuoted(example)}`} --to ${receiverOf(vendor)}`

const secrets: Record<string, string> = {
  echat: "{ token: '…', EncodingAESKey: '…', appId: '…', mode: 'secure' }",
  sobot: "{ appid: '…', app_key: '…', companyid: '…' }",
}

export const receiverOfPush = (
  vendor: Vendor,
  { id }: Contract<'push'>,
): string => `import { ${vendor.id}, receiver } from 'kefu-kit'

export const receive = receiver(${vendor.id}, {
  secret: ${secrets[vendor.id] ?? '{}'},
  on: {
    ${id}(message) {
      console.log(message)
    },
  },
})
`
