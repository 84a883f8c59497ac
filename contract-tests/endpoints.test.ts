/** The addresses that pushes go to: which are called at all, how Echat checks a new one, and what becomes of pushes when one changes. */
import { createHash } from 'node:crypto'
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { hostname } from 'node:os'
import { describe, expect, test } from 'vitest'
import { pinned } from '../mocks/deliver/address.ts'
import { easyliao, echat, yunduo } from '../schemas/index.ts'
import { type Arrival, pushOf, type Reply, receiving, registered, standing, THANKS } from './delivery.ts'

const unchecked = { check: false }

describe('an address', () => {
  test.each([
    'http://127.0.0.1:81/hook',
    'http://127.255.0.9/',
    'https://[::1]/',
    'http://localhost/',
    'http://a.localhost/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/',
  ])('of this machine is taken: %s', async url => {
    const world = standing()
    expect(await world.outbox.endpoints.register(yunduo, url)).toEqual({
      id: '1',
      vendor: 'yunduo',
      url: new URL(url).href,
    })
  })

  test.each([
    ['http://0.0.0.0/', 'address-refused'],
    ['http://0/', 'address-refused'],
    ['http://[::]/', 'address-refused'],
    ['http://169.254.169.254/latest/meta-data', 'address-refused'],
    ['http://10.0.0.1/', 'address-refused'],
    ['http://[::ffff:10.0.0.1]/', 'address-refused'],
    ['http://[fd00::1]/', 'address-refused'],
    ['http://example.com/', 'address-refused'],
    ['http://localhost.example.com/', 'address-refused'],
    ['http://127.0.0.1.example.com/', 'address-refused'],
    ['http://user@127.0.0.1/', 'address-refused'],
    ['http://:secret@127.0.0.1/', 'address-refused'],
    ['http://127.0.0.1@10.0.0.1/', 'address-refused'],
    ['ftp://127.0.0.1/', 'contract-violated'],
    ['file:///etc/passwd', 'contract-violated'],
    ['ws://127.0.0.1/', 'contract-violated'],
    ['127.0.0.1', 'contract-violated'],
    ['', 'contract-violated'],
  ])('is refused: %s', async (url, code) => {
    const world = standing()
    await expect(world.outbox.endpoints.register(yunduo, url)).rejects.toMatchObject({ code })
    await expect(world.outbox.endpoints.register(yunduo, url)).rejects.not.toThrow(/secret/)
    expect(world.outbox.endpoints.all()).toEqual([])
  })

  test.each<[list: string, taken: string[], refused: string[]]>([
    [
      'example.com',
      ['http://example.com/', 'https://example.com:8443/'],
      ['http://sub.example.com/', 'http://10.0.0.1/'],
    ],
    ['10.0.0.5', ['http://10.0.0.5/'], ['http://10.0.0.6/', 'http://[::ffff:10.0.0.6]/']],
    ['10.0.0.0/8', ['http://10.9.8.7/', 'http://[::ffff:10.0.0.1]/'], ['http://11.0.0.1/', 'http://169.254.169.254/']],
    ['fd00::/8', ['http://[fd12::1]/'], ['http://[fe80::1]/', 'http://10.0.0.1/']],
    ['10.0.0.0/99', [], ['http://10.0.0.1/', 'http://example.com/']],
  ])('is taken where %s allows it, and no other is', async (list, taken, refused) => {
    const { endpoints } = standing({ hosts: [list] }).outbox
    for (const url of taken)
      expect(await endpoints.register(yunduo, url, unchecked)).toMatchObject({ vendor: 'yunduo' })
    for (const url of refused)
      await expect(endpoints.register(yunduo, url, unchecked)).rejects.toMatchObject({ code: 'address-refused' })
  })
})

describe('a connection goes only where it may', () => {
  const connected = (name: string, hosts: string[] = []) =>
    new Promise<LookupAddress[]>((resolve, reject) =>
      pinned(hosts)(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found as LookupAddress[]))),
    )
  const local = (address: string) => /^127\.|^::1$|^::ffff:127\./.test(address)

  test('to the addresses of a name that were judged', async () => {
    const found = await connected('localhost')
    expect(found.length).toBeGreaterThan(0)
    for (const { address } of found) expect(address).toSatisfy(local)
  })
  test('not where a name leads elsewhere, unless the name, the address or its network is allowed', async () => {
    await expect(connected('10.1.2.3')).rejects.toMatchObject({ code: 'address-refused' })
    await expect(connected('10.1.2.3', ['10.1.2.4', '11.0.0.0/8'])).rejects.toThrow(/Got 10\.1\.2\.3/)
    for (const it of ['10.1.2.3', '10.0.0.0/8'])
      expect(await connected('10.1.2.3', [it])).toMatchObject([{ family: 4 }])
  })
  test('the name of this machine is judged by where it leads', async () => {
    const found = await lookup(hostname(), { all: true })
    if (found.every(it => local(it.address))) expect(await connected(hostname())).toEqual(found)
    else await expect(connected(hostname())).rejects.toMatchObject({ code: 'address-refused' })
    expect(await connected(hostname(), [hostname()])).toEqual(found)
  })
  test('also when the address came with a saved world', async () => {
    const receiver = await receiving(() => THANKS.yunduo!)
    const world = standing()
    await registered(world, yunduo, receiver.url)
    world.load(JSON.parse(JSON.stringify(world.snapshot()).replaceAll('127.0.0.1', '10.255.255.1')))
    expect(world.outbox.endpoints.all()).toMatchObject([{ url: `http://10.255.255.1:${receiver.port}/hook` }])
    world.outbox.enqueue(pushOf(yunduo))
    await world.outbox.idle()
    expect(world.outbox.sent()).toMatchObject([
      { status: 0, reason: expect.stringMatching(/loopback.*10\.255\.255\.1/) },
    ])
  })
})

describe('Echat checks a new address', () => {
  /** Registers with that choice; tells what came of it. */
  async function checked(answer: (arrival: Arrival) => Reply, choice = 'postThenGet', options = {}) {
    const receiver = await receiving(answer)
    const world = standing()
    world.switches.switch({ echat: { checkUrl: choice } })
    const code = await world.outbox.endpoints.register(echat, `${receiver.url}?own=1`, options).then(
      () => 'registered',
      error => error.code as string,
    )
    expect(world.outbox.endpoints.all().length).toBe(code === 'registered' ? 1 : 0)
    return { code, world, receiver, asked: receiver.arrivals.map(it => it.method) }
  }
  const echo = ({ query }: Arrival): Reply => ({ body: query.echostr! })
  const getOnly = (arrival: Arrival): Reply => (arrival.method === 'GET' ? echo(arrival) : { status: 405 })

  test('by POST, and by GET where that is the answer to 405', async () => {
    expect(await checked(echo)).toMatchObject({ code: 'registered', asked: ['POST'] })
    expect(await checked(getOnly)).toMatchObject({ code: 'registered', asked: ['POST', 'GET'] })
  })
  test('only by the method that is chosen, or not at all', async () => {
    expect(await checked(getOnly, 'get')).toMatchObject({ code: 'registered', asked: ['GET'] })
    expect(await checked(getOnly, 'post')).toMatchObject({ code: 'endpoint-unverified', asked: ['POST'] })
    expect(await checked(getOnly, 'none')).toMatchObject({ code: 'registered', asked: [] })
    expect(await checked(getOnly, 'post', unchecked)).toMatchObject({ code: 'registered', asked: [] })
  })
  test.each<[string, (arrival: Arrival) => Reply]>([
    ['another echo', () => ({ body: 'echo' })],
    ['success', () => ({ body: 'success' })],
    ['the echo in quotes', ({ query }) => ({ body: JSON.stringify(query.echostr) })],
    ['the echo and a line break', ({ query }) => ({ body: `${query.echostr}\n` })],
    ['the echo as a failure', ({ query }) => ({ status: 500, body: query.echostr! })],
    ['a redirect', ({ query }) => ({ status: 302, headers: { location: '/' }, body: query.echostr! })],
    ['an empty body', () => ({})],
    ['a reset', () => 'reset'],
    ['nothing', () => 'silent'],
  ])('and refuses it when the answer is %s', async (_, answer) => {
    expect(await checked(answer)).toMatchObject({ code: 'endpoint-unverified', asked: ['POST'] })
  })
  test('with the signature of a message, and with the headers and parameters of the address', async () => {
    const options = { headers: { 'x-token': 'of its own' }, query: { key: 'ä&=?' } }
    const { receiver, world } = await checked(
      arrival => (arrival.query.echostr ? echo(arrival) : THANKS.echat!),
      'post',
      options,
    )
    world.outbox.enqueue(pushOf(echat))
    await world.outbox.idle()
    const [check, push] = receiver.arrivals as [Arrival, Arrival]
    expect(check).toMatchObject({
      body: '',
      query: { dataType: 'checkUrl', echostr: expect.stringMatching(/^\w{8,}$/) },
    })
    expect(push).toMatchObject({ query: { dataType: 'chatContent' } })
    for (const { query, headers } of [check, push]) {
      const { timestamp = '', nonce = '', signature } = query
      const parts = [world.credentials(echat).token!, timestamp, nonce].sort().join('')
      expect(signature).toBe(createHash('sha1').update(parts).digest('hex'))
      expect([headers['x-token'], query.key, query.own]).toEqual(['of its own', 'ä&=?', '1'])
    }
  })
  test('with the token of the address, where it has one', async () => {
    const { receiver } = await checked(echo, 'post', { secret: { token: 'mine' } })
    const { timestamp = '', nonce = '', signature } = receiver.arrivals[0]!.query
    expect(signature).toBe(createHash('sha1').update(['mine', timestamp, nonce].sort().join('')).digest('hex'))
  })
})

test('a header of an address takes the place of the vendor’s own, however it is spelt', async () => {
  const receiver = await receiving(() => THANKS.yunduo!)
  const world = standing()
  await registered(world, yunduo, receiver.url, { headers: { 'Content-Type': 'text/x-own', 'X-Token': 'Aß' } })
  world.outbox.enqueue(pushOf(yunduo))
  await world.outbox.idle()
  const types = receiver.arrivals.map(it => [it.headersDistinct['content-type'], it.headers['x-token']])
  expect(types).toEqual([[['text/x-own'], 'Aß']])
})

describe('when addresses change', () => {
  const failing: Reply = { status: 500 }

  test('the same address registered again is that address with other settings', async () => {
    const receiver = await receiving(() => THANKS.yunduo!)
    const world = standing()
    await registered(world, yunduo, receiver.url, { limit: 1, headers: { 'x-a': '1' } })
    expect(await registered(world, yunduo, receiver.url, { headers: { 'x-b': '2' } })).toBe('1')
    expect(await registered(world, easyliao, receiver.url)).toBe('2')
    expect(world.outbox.enqueue(pushOf(yunduo))).toEqual([1])
    await world.outbox.idle()
    expect(receiver.arrivals.map(it => [it.headers['x-a'], it.headers['x-b']])).toEqual([[undefined, '2']])
  })

  test('what waits for a paused address goes when it is registered again', async () => {
    const receiver = await receiving(({ count }) => (count === 1 ? { status: 410 } : THANKS.yunduo!))
    const world = standing()
    await registered(world, yunduo, receiver.url)
    world.outbox.enqueue(pushOf(yunduo))
    await world.outbox.idle()
    expect(receiver.arrivals.length).toBe(1)
    await registered(world, yunduo, receiver.url)
    await world.outbox.idle()
    expect([receiver.arrivals.length, world.outbox.size]).toEqual([2, 0])
  })

  test.each([410, 500])('what waits for an address that is taken away after %i is a dead letter', async status => {
    const receiver = await receiving(() => ({ status }))
    const world = standing()
    const id = await registered(world, yunduo, receiver.url)
    world.outbox.enqueue(pushOf(yunduo, 'a'), pushOf(yunduo, 'a'), pushOf(yunduo, 'b'))
    await world.outbox.idle()
    const before = receiver.arrivals.length
    expect(world.outbox.endpoints.remove(id)).toBe(true)
    expect(world.outbox.endpoints.remove(id)).toBe(false)
    await world.advance(60_000)
    expect(receiver.arrivals.length).toBe(before)
    const reasons = world.outbox.deadLetters().map(it => it.reason)
    expect(reasons).toEqual(Array.from({ length: 3 }, () => 'The address was taken away.'))
  })

  test('what waits for an address that was taken away goes to no other', async () => {
    const [gone, other] = [await receiving(() => failing), await receiving(() => THANKS.easyliao!)]
    const world = standing()
    const id = await registered(world, yunduo, gone.url)
    world.outbox.enqueue(pushOf(yunduo))
    await world.outbox.idle()
    world.outbox.endpoints.remove(id)
    expect(await registered(world, easyliao, other.url)).not.toBe(id)
    await world.advance(60_000)
    expect(other.arrivals).toEqual([])
    expect(world.outbox.deadLetters().length).toBe(1)
  })
})
