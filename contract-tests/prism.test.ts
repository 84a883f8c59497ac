/** Prism, an outside judge, stands between our client and our mock and holds both to the published specs. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Operation, Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { call } from '../src/call.ts'
import { writeJson } from '../src/wire/json.ts'
import { type Answer, send } from '../src/wire/send.ts'
import type { Http, Query } from '../src/wire/wire.ts'
import { type DocumentedCall, documentedCalls } from './documented-calls.ts'
import { documentedWorld } from './documented-world.ts'
import { type Running, running } from './processes.ts'
import { wrongCalls } from './wrong-calls.ts'

const worlds = createWorlds({ now: Date.now })
const world = worlds.first
const documented = documentedWorld(world)

describe.each([sobot, okayapi] as Vendor[])('$id', vendor => {
  const credentials = world.credentials(vendor)
  const securities = Object.values(vendor.security ?? {})
  const proving = securities.map(it => it.name)
  const operations = contracts(vendor, 'operation').map(operation => {
    const calls = documentedCalls(vendor, operation.contract, world)
    const [first] = calls as [DocumentedCall]
    const wrong = wrongCalls(operation.contract, { query: first.http.query, body: first.input.body }, proving)
    return { id: operation.id, operation, calls, first, wrong }
  })
  let mock: FastifyInstance
  let prism: Running
  let baseUrl: string
  /** What happens to an answer of the mock on its way out. */
  let tamper = (body: string) => body

  beforeAll(async () => {
    mock = mockServer([vendor], worlds)
    mock.addHook('onSend', async (_request, _reply, body) => tamper(String(body)))
    const upstream = await mock.listen({ port: 0, host: '127.0.0.1' })
    const args = ['proxy', `openapi/${vendor.id}.yaml`, upstream, '--errors', '--port', '0', '--host', '127.0.0.1']
    prism = await running('node_modules/.bin/prism', args, /listening on (http:\S+)/)
    baseUrl = prism.answered[1] as string
  })
  afterAll(() => Promise.all([prism?.end(), mock?.close()]))

  test.each(operations)('$id: every documented call comes back, and Prism finds nothing', async it => {
    for (const { name, input, http, path } of it.calls) {
      world.load(documented)
      await call(vendor, it.operation, input, { baseUrl, credentials })
      const { status, headers } = await sent(it.operation.contract, path, http)
      expect([status, headers['content-type'], headers['sl-violations']], name).toEqual([200, JSON_UTF8, undefined])
    }
  })

  test.each(operations)('$id: Prism refuses the call without its credential', async ({ operation, first }) => {
    const open = operation.contract.open ?? false
    const proofs = securities.filter(it => !it.optional && (it.open ?? false) === open)
    expect(proofs).toHaveLength(1)
    for (const { in: place, name } of proofs) {
      const part = place === 'header' ? 'headers' : 'query'
      const { [name]: proof, ...others } = first.http[part]
      expect(proof).toMatch(/^\w{32}$/)
      const answer = await sent(operation.contract, first.path, { ...first.http, [part]: others })
      expect(problem(answer).type).toMatch(/#UNAUTHORIZED$/)
    }
  })

  test.each(operations.filter(it => it.wrong.length))(
    '$id: Prism refuses every wrong call, and says where',
    async it => {
      const { http, path } = it.first
      for (const { what, part, field, query, body } of it.wrong) {
        const changed = part === 'query' ? { query: query as Query } : { body: writeJson(body) }
        const { type, validation = [] } = problem(await sent(it.operation.contract, path, { ...http, ...changed }))
        expect(type, what).toMatch(/#UNPROCESSABLE_ENTITY$/)
        expect(placesOf(validation), what).toContain(part)
        expect(JSON.stringify(validation), what).toContain(field)
      }
    },
  )

  test('there is much to get wrong', () => {
    expect(operations.flatMap(it => it.wrong).length).toBeGreaterThan(120)
  })

  test.each(operations)('$id: Prism refuses a reply that lacks a required field', async ({ operation, first }) => {
    for (const field of operation.contract.reply.required as string[]) {
      tamper = body => JSON.stringify({ ...JSON.parse(body), [field]: undefined })
      const answer = await sent(operation.contract, first.path, first.http)
      tamper = body => body
      const { type, validation = [] } = problem(answer)
      expect(type, field).toMatch(/#VIOLATIONS$/)
      expect(placesOf(validation), field).toContain('response')
      expect(JSON.stringify(validation), field).toContain(field)
    }
  })

  /** Sent to the world as it is documented, whatever calls before have changed. */
  const sent = ({ method }: Operation, path: string, http: Http) => {
    world.load(documented)
    return send(http, { method, url: baseUrl + path })
  }
})

const JSON_UTF8 = 'application/json; charset=utf-8'

interface Problem {
  type: string
  validation?: { location: string[]; message: string }[]
}

const placesOf = (validation: Problem['validation'] = []) => validation.map(it => it.location[0])

/** A refusal by Prism itself: no answer of the mock has this type. */
function problem({ headers, body }: Answer): Problem {
  expect(headers['content-type'], body.toString()).toBe('application/problem+json')
  return JSON.parse(body.toString())
}
