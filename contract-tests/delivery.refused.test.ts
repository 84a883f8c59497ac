/** What cannot be sent unharmed is refused when it is enqueued, with the path of the field: then nothing of the whole list is queued. */
import { describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import type { Message } from '../mocks/world/outbox.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import {
  messageFor,
  pushOf,
  receiving,
  registered,
  START,
  spoken,
  standing,
  THANKS,
  vendors,
  worldsFor,
} from './delivery.ts'

/** The same message with something else at a path. */
function changed(original: Message, path: string, value: unknown): Message {
  const message = structuredClone(original.message)
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.')
  const last = keys.pop()!
  let at = message as Record<string, unknown>
  for (const key of keys) at = at[key] as Record<string, unknown>
  at[last] = value
  return { ...original, message }
}

const merged = messageFor(sobot, 'customerMerged')
const [sentence, message, line] = [
  'chatData.chatContent',
  'pushInfoCrmDTO.conversationList[0].conversationInfo[1].body.msg',
  'currentChatJsonDetail[0].message',
]
const half = 'half \ud800 a pair'
const pairs = 'expected text, got half a surrogate pair.'
const whole = 'expected a whole number below 2^53, or text, got'

const cases: [title: string, message: Message, code: string, place: string][] = [
  [
    'a control character in XML',
    spoken('c', 'a\u0001b'),
    'text-unwritable',
    `${sentence} holds U+0001 at character 1.`,
  ],
  ['U+FFFE in XML', spoken('c', '\ufffe'), 'text-unwritable', `${sentence} holds U+FFFE at character 0.`],
  ['half a pair for Echat', changed(pushOf(echat), sentence, half), 'value-unsendable', `${sentence}: ${pairs}`],
  ['half a pair for Yunduo', changed(pushOf(yunduo), message, half), 'value-unsendable', `${message}: ${pairs}`],
  ['half a pair for EasyLiao', changed(pushOf(easyliao), line, 'x\udfff'), 'value-unsendable', `${line}: ${pairs}`],
  [
    'half a pair for Sobot',
    changed(pushOf(sobot), 'content[0].user_nick', half),
    'value-unsendable',
    `content[0].user_nick: ${pairs}`,
  ],
  [
    '2^53 + 1',
    changed(merged, 'content[0].datetime', 2 ** 53),
    'value-unsendable',
    `content[0].datetime: ${whole} 9007199254740992.`,
  ],
  [
    '-2^53',
    changed(merged, 'content[0].datetime', -(2 ** 53)),
    'value-unsendable',
    `content[0].datetime: ${whole} -90071992`,
  ],
  [
    'NaN',
    changed(merged, 'content[0].datetime', Number.NaN),
    'value-unsendable',
    'content[0].datetime: expected a number, got NaN.',
  ],
  [
    'Infinity',
    changed(pushOf(yunduo), 'channelId', Infinity),
    'value-unsendable',
    'channelId: expected a number, got Infinity.',
  ],
  [
    '-Infinity',
    changed(pushOf(yunduo), 'channelId', -Infinity),
    'value-unsendable',
    'channelId: expected a number, got -Infinity.',
  ],
  [
    'a field that breaks the contract',
    changed(pushOf(sobot), 'content[0].userid', 7),
    'contract-violated',
    'customerAdded: content[0].userid',
  ],
  [
    'a field that is not there',
    changed(pushOf(yunduo), 'cardId', undefined),
    'contract-violated',
    'conversation: cardId',
  ],
  ['no object at all', { ...pushOf(easyliao), message: 'lead' }, 'contract-violated', 'lead: '],
]

/** A world with an address of each vendor, that acknowledges everything. */
async function open() {
  const receiver = await receiving(({ query }) => THANKS[query.vendor!]!)
  const world = standing()
  for (const [id, vendor] of Object.entries(vendors))
    await registered(world, vendor, `${receiver.url}?vendor=${id}`, {
      ...(id === 'echat' && { secret: { mode: 'plain' } }),
    })
  return { receiver, world }
}

test.each(cases)('%s', async (_, bad, code, place) => {
  const { receiver, world } = await open()
  const refused = expect.objectContaining({ code, message: expect.stringContaining(place) })
  expect(() => world.outbox.enqueue(bad)).toThrow(refused)
  // As the third of a list it keeps the other three from being sent.
  expect(() => world.outbox.enqueue(pushOf(echat), pushOf(yunduo), bad, pushOf(sobot))).toThrow(refused)
  await world.outbox.idle()
  expect([world.outbox.size, world.outbox.waiting(), world.outbox.sent(), receiver.arrivals]).toEqual([0, [], [], []])
  expect(world.outbox.enqueue(pushOf(bad.vendor))).toEqual([1])
  await world.outbox.idle()
  expect(receiver.arrivals.length).toBe(1)
})

describe('a message of 1 MiB', () => {
  const sizes: [title: string, original: Message, path: string, filling: string][] = [
    ['Echat', spoken('c', ''), sentence, 'x'],
    ['Echat, in Chinese', spoken('c', ''), sentence, '您'],
    ['Sobot', pushOf(sobot), 'content[0].remark', 'x'],
    ['EasyLiao', pushOf(easyliao), line, 'x'],
  ]
  test.each(sizes)(
    'of %s is sent, and one byte more is refused with the longest field',
    async (_, original, path, filling) => {
      const { receiver, world } = await open()
      const [LIMIT, width] = [1 << 20, Buffer.byteLength(filling)]
      world.outbox.enqueue(changed(original, path, ''))
      await world.outbox.idle()
      const room = LIMIT - Buffer.byteLength(receiver.arrivals[0]!.body)
      const text = filling.repeat(Math.floor(room / width)) + 'x'.repeat(room % width)
      world.outbox.enqueue(changed(original, path, text))
      await world.outbox.idle()
      expect(Buffer.byteLength(receiver.arrivals[1]!.body)).toBe(LIMIT)
      expect(world.outbox.sent().at(-1)).toMatchObject({ number: 2, acknowledged: true })
      const longer = `The message has ${LIMIT + 1} bytes; the longest field is ${path} with ${text.length + 1} characters.`
      expect(() => world.outbox.enqueue(changed(original, path, `${text}x`))).toThrow(
        expect.objectContaining({ code: 'body-too-large', message: expect.stringContaining(longer) }),
      )
      expect(world.outbox.size).toBe(0)
    },
  )
})

describe('over HTTP', () => {
  const served = async () => {
    const receiver = await receiving(() => THANKS.echat!)
    const worlds = worldsFor()
    const world = worlds.create({ id: 'w', still: START })
    await registered(world, echat, receiver.url)
    await registered(world, sobot, receiver.url)
    const app = mockServer(Object.values(vendors), worlds)
    const ask = async (path: string, payload: object | string, world = 'w') => {
      const headers = { 'content-type': 'application/json' }
      const answer = await app.inject({ method: 'POST', url: `/_kefu/worlds/${world}${path}`, headers, payload })
      return { status: answer.statusCode, body: answer.json() }
    }
    return { receiver, world, ask }
  }
  const push = { vendor: 'echat', push: 'chatContent' }
  const address = { vendor: 'echat', url: 'http://127.0.0.1/' }
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)

  test.each<[title: string, body: object | string, status: number, code: string, words: RegExp]>([
    ['an unknown vendor', { ...push, vendor: 'echt' }, 422, 'name-unknown', /"echt" sends pushes; did you mean echat/],
    ['a vendor that sends none', { ...push, vendor: 'okayapi' }, 422, 'name-unknown', /"okayapi" sends pushes/],
    ['an unknown push', { ...push, push: 'chatContents' }, 422, 'name-unknown', /did you mean chatContent/],
    ['an unknown example', { ...push, example: 'document' }, 422, 'name-unknown', /did you mean documented/],
    ['an unknown path', { ...push, set: { 'chatData.x': '1' } }, 422, 'name-unknown', /no field chatData\.x/],
    ['an unknown address', { ...push, endpoint: '9' }, 422, 'name-unknown', /"9" is an endpoint of w/],
    ['the address of another vendor', { ...push, endpoint: '2' }, 422, 'name-unknown', /echat has no endpoint "2"/],
    [
      'a message that breaks its contract',
      { ...push, message: {} },
      422,
      'contract-violated',
      /chatContent: .*chatData/,
    ],
    ['an unknown field', { ...push, to: 'x' }, 422, 'contract-violated', /to: /],
    ['an empty list', [], 422, 'contract-violated', /Expected|expected/],
    ['a number', '7', 422, 'contract-violated', /expected/],
    ['no JSON', '{"vendor":', 400, 'body-malformed', /JSON/],
    [
      'nesting without end',
      `{"vendor":"echat","push":"chatContent","message":${deep}}`,
      400,
      'body-malformed',
      /nested/,
    ],
    ['one that is wrong in a list', [push, push, { ...push, message: {} }], 422, 'contract-violated', /chatContent/],
  ])('%s is refused, and nothing is sent', async (_, body, status, code, words) => {
    const { receiver, world, ask } = await served()
    const answer = await ask('/outbox', body)
    expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(words) } })
    await world.outbox.idle()
    expect([world.outbox.size, receiver.arrivals]).toEqual([0, []])
    expect(await ask('/outbox', push)).toEqual({ status: 202, body: { numbers: [1] } })
  })

  test.each<[title: string, body: object | string, status: number, code: string, words: RegExp]>([
    ['an unknown field', { ...address, retries: 3 }, 422, 'contract-violated', /retries/],
    ['a profile that there is not', { ...address, profile: 'slow' }, 422, 'contract-violated', /profile/],
    ['no limit at all', { ...address, limit: 0 }, 422, 'contract-violated', /limit/],
    ['too high a limit', { ...address, limit: 65 }, 422, 'contract-violated', /limit/],
    ['a header that is no text', { ...address, headers: { a: 1 } }, 422, 'contract-violated', /headers\.a/],
    ['no address', { vendor: 'echat' }, 422, 'contract-violated', /url/],
    ['a vendor that sends no pushes', { vendor: 'okayapi', url: 'http://127.0.0.1/' }, 422, 'name-unknown', /okayapi/],
    ['no JSON', 'x', 400, 'body-malformed', /JSON/],
  ])('a registration with %s is refused', async (_, body, status, code, words) => {
    const { world, ask } = await served()
    expect(await ask('/endpoints', body)).toMatchObject({
      status,
      body: { code, message: expect.stringMatching(words) },
    })
    expect(world.outbox.endpoints.all().length).toBe(2)
  })

  test('an unknown world is refused with the names of those that there are', async () => {
    const { ask } = await served()
    const answer = await ask('/outbox', push, 'v')
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'name-unknown', message: expect.stringMatching(/no world "v"/) },
    })
  })
})
