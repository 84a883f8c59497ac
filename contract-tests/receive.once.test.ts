/** One handler call per message, however often and however many copies of it come, and whatever the handler does. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { echat, yunduo } from '../schemas/index.ts'
import { memoryInbox, type ReceiverOptions, receiver } from '../src/receive.ts'
import { NOW, now, plain, pushed, subject, told } from './receive-requests.ts'

type Options = Partial<ReceiverOptions<typeof echat, undefined>>

/** A receiver of subjects, the memos that its handler was given, and the codes of what it refused. */
function listening(handler: (memo: string) => unknown = () => undefined, options: Options = {}) {
  const handled: string[] = []
  const refused: string[] = []
  const receive = receiver(echat, {
    secret: plain,
    now,
    on: {
      chatSubject({ chatSubjectMemo = '' }) {
        handled.push(chatSubjectMemo)
        return handler(chatSubjectMemo)
      },
    },
    onRefused: error => refused.push(error.code),
    ...options,
  })
  return {
    handled,
    refused,
    receive,
    tell: async (request: Parameters<typeof receive>[0]) => told(await receive(request)),
  }
}

const all = (size: number, one: (index: number) => Promise<string>) =>
  Promise.all(Array.from({ length: size }, (_, index) => one(index)))
const twenty = (answer: string) => Array(20).fill(answer)

describe('copies', () => {
  test('20 identical requests at once are one call and 20 acknowledgements', async () => {
    const { handled, tell } = listening(() => sleep(20))
    const request = subject('1')
    expect(await all(20, () => tell(request))).toEqual(twenty('200 success'))
    expect(handled).toEqual(['memo'])
  })

  test('20 copies that are signed anew are one call as well', async () => {
    const { handled, tell } = listening(() => sleep(20))
    expect(await all(20, () => tell(subject('1')))).toEqual(twenty('200 success'))
    expect(await tell(subject('1'))).toBe('200 success')
    expect(handled).toEqual(['memo'])
  })

  test('copies that wait for a handler that fails are not acknowledged either, and the next one is handled', async () => {
    let failing = true
    const { handled, refused, tell } = listening(async () => {
      await sleep(20)
      if (failing) throw new Error('the database is away')
    })
    expect(await all(20, () => tell(subject('1')))).toEqual(twenty('500 handler-failed'))
    expect([handled.length, refused]).toEqual([1, Array(20).fill('handler-failed')])
    failing = false
    expect(await tell(subject('1'))).toBe('200 success')
    expect(await tell(subject('1'))).toBe('200 success')
    expect(handled.length).toBe(2)
  })

  test('other messages do not wait for one that takes its time', async () => {
    let free = () => {}
    const { tell } = listening(memo => memo === 'slow' && new Promise<void>(done => (free = done)))
    const slow = tell(subject('1', 'slow'))
    expect(await tell(subject('2', 'quick'))).toBe('200 success')
    free()
    expect(await slow).toBe('200 success')
  })
})

describe('a handler that fails', () => {
  test.each([
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['throws nothing at all', () => Promise.reject(undefined)],
  ])('and %s is called again for the next delivery', async (_how, fail) => {
    let calls = 0
    const { tell } = listening(() => (++calls === 1 ? fail() : undefined))
    expect(await tell(subject('1'))).toBe('500 handler-failed')
    expect(await tell(subject('1'))).toBe('200 success')
    expect(await tell(subject('1'))).toBe('200 success')
    expect(calls).toBe(2)
  })

  test('with an error of the kit is said to have failed, whatever that error would answer', async () => {
    const inner = listening(() => {
      throw new Error('inner')
    })
    const refusals: unknown[] = []
    const outer = listening(
      async () => {
        const { KefuError } = await import('../src/wire/errors.ts')
        throw new KefuError('signature-wrong', { detail: 'of a call to somebody else' })
      },
      { onRefused: error => refusals.push(error.code, (error.cause as Error).message) },
    )
    const answer = await outer.receive(subject('1'))
    expect([told(answer), answer.body.includes('somebody else')]).toEqual(['500 handler-failed', false])
    expect(refusals).toEqual(['handler-failed', expect.stringContaining('somebody else')])
    expect(await inner.tell(subject('1'))).toBe('500 handler-failed')
  })

  test('is not what the vendor hears when the one who is told of refusals fails too', async () => {
    const failing = listening(
      () => {
        throw new Error('no')
      },
      {
        onRefused: () => {
          throw new Error('the log is full')
        },
      },
    )
    expect(await failing.tell(subject('1'))).toBe('500 handler-failed')
  })
})

describe('a handler that is too slow', () => {
  test('is not acknowledged in time; the copy that comes after its end is, without a second call', async () => {
    let end = () => {}
    const { handled, refused, tell } = listening(() => new Promise<void>(done => (end = done)), { deadline: 30 })
    expect(await tell(subject('1'))).toBe('503 handler-late')
    expect(await tell(subject('1'))).toBe('503 handler-late')
    const waiting = tell(subject('1'))
    end()
    expect(await waiting).toBe('200 success')
    expect(await tell(subject('1'))).toBe('200 success')
    expect([handled.length, refused]).toEqual([1, ['handler-late', 'handler-late']])
  })

  test('and fails in the end is called again', async () => {
    let calls = 0
    const { tell } = listening(
      async () => {
        if (++calls > 1) return
        await sleep(40)
        throw new Error('too late, and in vain')
      },
      { deadline: 10 },
    )
    expect(await tell(subject('1'))).toBe('503 handler-late')
    await sleep(60)
    expect(await tell(subject('1'))).toBe('200 success')
    expect(calls).toBe(2)
  })
})

describe('what counts as the same message', () => {
  test('the same msgId under two data types is two messages, for the documents print them so', async () => {
    const seen: string[] = []
    const receive = receiver(echat, {
      secret: plain,
      now,
      on: {
        chatSubject: (_message, { key }) => void seen.push(key),
        chatScore: (_message, { key }) => void seen.push(key),
      },
    })
    for (const id of ['chatSubject', 'chatScore', 'chatSubject', 'chatScore'])
      await receive(pushed(echat, id, { set: { msgId: '77' } }))
    expect(seen).toEqual(['echat//chatSubject/77', 'echat//chatScore/77'])
  })

  test('another msgId with the same words is another message', async () => {
    const { handled, tell } = listening()
    await tell(subject('1'))
    await tell(subject('2'))
    expect(handled.length).toBe(2)
  })

  test('without a msgId it is what the message says', async () => {
    const seen: string[] = []
    const receive = receiver(yunduo, { secret: {}, on: { conversation: ({ cardId }) => void seen.push(`${cardId}`) } })
    const answers = []
    for (const cardId of ['c1', 'c1', 'c2', 'c1', 'c2'])
      answers.push((await receive(pushed(yunduo, 'conversation', { set: { cardId } }))).status)
    expect([seen, answers]).toEqual([['c1', 'c2'], Array(5).fill(200)])
  })

  test('two endpoints on one inbox handle it once each', async () => {
    const inbox = memoryInbox({ now })
    const [left, right] = ['left', 'right'].map(endpoint => listening(undefined, { inbox, endpoint }))
    for (const it of [left, right, left, right]) await it?.tell(subject('1'))
    expect([left?.handled.length, right?.handled.length]).toEqual([1, 1])
  })

  test('a msgId of any length makes a key of a length that can be kept', async () => {
    const keys: string[] = []
    const receive = receiver(echat, {
      secret: plain,
      now,
      on: { chatSubject: (_message, { key }) => void keys.push(key) },
      deviations: { violations: 'pass' },
    })
    const { contract } = (await import('../schemas/contracts.ts')).contractOf(
      echat,
      'push',
      'chatSubject',
    ) as never as { contract: { examples: Record<string, object> } }
    const message = { ...contract.examples.documented, msgId: '9'.repeat(100_000) }
    for (let copy = 0; copy < 2; copy++) await receive(pushed(echat, 'chatSubject', { message }))
    expect(keys.length).toBe(1)
    expect(keys[0]?.length).toBeLessThan(300)
  })
})

describe('the memory of an inbox', () => {
  const DAY = 86_400_000
  test.each([0, 1, 6, 12, 23].map(hour => [hour]))(
    'keeps a key for seven days, and forgets it in the ninth: %i h after the first',
    async hour => {
      let time = NOW
      const inbox = memoryInbox({ now: () => time })
      const { handled, tell } = listening(undefined, { inbox, now: () => time })
      await tell(subject('first', 'first', { at: time }))
      time += hour * 3_600_000
      const since = time
      const again = async () => {
        await tell(subject('1', 'kept', { at: time }))
        return handled.filter(it => it === 'kept').length
      }
      expect(await again()).toBe(1)
      for (let day = 1; day <= 7; day++) {
        time = since + day * DAY - 1
        await tell(subject(`other ${day}`, 'other', { at: time }))
        expect([day, await again()]).toEqual([day, 1])
      }
      time = since + 8 * DAY
      expect(await again()).toBe(2)
    },
  )

  test('is told of a handled message only after its handler has ended', async () => {
    const inbox = memoryInbox({ now })
    await expect(inbox.once('k', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await inbox.once('k', async () => undefined)).toBe(true)
    expect(await inbox.once('k', async () => undefined)).toBe(false)
  })
})
