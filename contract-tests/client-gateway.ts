/** A server that carries every request to a vendor on through one of our clients, so that whoever calls it tries the client. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { okayapi } from '../schemas/index.ts'
import type { CallOptions } from '../src/index.ts'
import { convertQuery } from '../src/wire/query.ts'

type Values = Record<string, string>
type Call = (input: object, options?: CallOptions) => Promise<unknown>

/** `calls` is a client of that vendor. Answers its replies, as `write` writes them; a failure ends the connection and is kept. */
export async function gateway(vendor: Vendor, calls: object, write: (reply: unknown) => string = JSON.stringify) {
  const failures: unknown[] = []
  const operations = contracts(vendor, 'operation')
  const server = createServer(async (request, response) => {
    try {
      const { id, input } = await asked(vendor, operations, request)
      const reply = await (calls as Record<string, Call>)[id]?.(input)
      response.setHeader('content-type', 'application/json').end(write(reply))
    } catch (error) {
      failures.push(error)
      response.destroy()
    }
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The operation that was asked for, and its input without what proves who calls. */
async function asked(vendor: Vendor, operations: Contract<'operation'>[], request: IncomingMessage) {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://gateway')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = String(Buffer.concat(chunks))
  for (const { id, contract } of operations) {
    const params = paramsOf(contract.path, pathname)
    if (!params) continue
    const query = without(Object.fromEntries(searchParams), proofs(vendor))
    if (!text) return { id, input: { query, params } }
    const body = JSON.parse(text)
    if (vendor !== okayapi) return { id, input: { query, params, body } }
    // OkayAPI takes every parameter anywhere, and a number may be written as text.
    return { id, input: { params, body: contract.body && convertQuery(contract.body, without(body, proofs(vendor))) } }
  }
  throw new Error(`no operation has the path ${pathname}`)
}

const proofs = ({ security = {} }: Vendor) => [...Object.values(security).map(it => it.name), 'appid', 'create_time']

const without = (values: Values, names: string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

function paramsOf(path: string, pathname: string): Values | undefined {
  const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
  const found = pattern.exec(decodeURIComponent(pathname))
  return found ? { ...found.groups } : undefined
}
