/** Which pages in a browser may call the mock, and that everybody else is as before. */
import { request as connect } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'

const all = Object.values(vendors) as Vendor[]
const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const app = mockServer(all, worlds)
const forFiles = mockServer(all, createWorlds({ now: Date.now }), { origins: ['null'] })
let base: string
beforeAll(async () => {
  base = await app.listen({ port: 0, host: '127.0.0.1' })
  await forFiles.ready()
})
afterAll(async () => {
  await app.close()
  await forFiles.close()
})

const WORLD = '/_kefu/worlds/default'

interface Asked {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

/** By Node's own client, which sends any host and origin that it is told. */
const asked = ({ method = 'GET', path = WORLD, headers = {}, body }: Asked) =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = connect(base + path, { method, headers }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', chunk => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })

const OURS = ['http://localhost:8080', 'http://127.0.0.1', 'https://127.8.9.1:4', 'http://[::1]:3000']
const THEIRS = [
  'null',
  'https://evil.example',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://evil.example:4010',
  'http://localhost:80@evil.example',
  'file://',
  '',
]

test.each(OURS)('a page of %s reads the credentials and calls a vendor', async origin => {
  for (const path of [WORLD, '/sobot/api/get_token', '/sobot/nothing', '/_kefu/nothing']) {
    const { headers, status } = await asked({ path, headers: { origin } })
    expect(headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'origin' })
    expect(status).not.toBe(403)
  }
})

test.each(OURS)('the browser of %s is told before what it may send', async origin => {
  const { status, headers, text } = await asked({
    method: 'OPTIONS',
    path: '/sobot/api/scrm/5/label/save',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'token,content-type',
    },
  })
  expect({ status, text }).toEqual({ status: 204, text: '' })
  expect(headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': expect.stringContaining('POST'),
    'access-control-allow-headers': 'token,content-type',
  })
})

describe.each(THEIRS)('a page of %j', origin => {
  test('gets no answer that it can read', async () => {
    for (const path of [WORLD, '/sobot/api/get_token', '/nowhere']) {
      const { status, headers } = await asked({ path, headers: { origin } })
      expect(status).toBe(403)
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  })
  test('changes nothing, with what a browser sends without asking before', async () => {
    const before = worlds.all().length
    const headers = { origin, 'content-type': 'text/plain' }
    const { status } = await asked({ method: 'POST', path: '/_kefu/worlds', headers, body: '' })
    expect([status, worlds.all().length]).toEqual([403, before])
  })
  test('is not let through by asking before', async () => {
    const headers = { origin, 'access-control-request-method': 'DELETE' }
    expect((await asked({ method: 'OPTIONS', headers })).status).toBe(403)
  })
})

test('pages opened from a file are let in where somebody said so', async () => {
  const { headers, statusCode } = await forFiles.inject({ url: WORLD, headers: { origin: 'null' } })
  expect([statusCode, headers['access-control-allow-origin']]).toEqual([200, 'null'])
  expect((await forFiles.inject({ url: WORLD, headers: { origin: 'https://evil.example' } })).statusCode).toBe(403)
})

test('a name that was made to point here does not open the door of the mock', async () => {
  for (const host of ['evil.example:4010', 'localhost.evil.example', '127.0.0.1.evil.example:80'])
    expect((await asked({ headers: { host } })).status).toBe(403)
  for (const host of ['localhost:4010', 'LOCALHOST', '127.0.0.1', '[::1]:9'])
    expect((await asked({ headers: { host } })).status).toBe(200)
})

test('a vendor may have any name of its own in the hosts file', async () => {
  const { status } = await asked({ path: '/sobot/api/get_token', headers: { host: 'sobot.test' } })
  expect(status).not.toBe(403)
})

test('who is no page sees nothing of all this', async () => {
  const { status, headers } = await asked({})
  expect(status).toBe(200)
  expect(Object.keys(headers).filter(it => /access-control|vary/.test(it))).toEqual([])
  expect((await asked({ method: 'OPTIONS' })).status).toBe(404)
})

test('an answer that a fault writes past the framework is still one for the page', async () => {
  worlds.first.faults.add([{ bytesPerSecond: 100_000 }])
  const { headers } = await asked({ path: '/sobot/api/get_token', headers: { origin: 'http://localhost' } })
  worlds.first.faults.clear()
  expect(headers).toMatchObject({ 'access-control-allow-origin': 'http://localhost' })
})
