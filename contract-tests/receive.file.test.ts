/** The inbox in a file: a mark and what the handler wrote are there together, or neither is. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { echat } from '../schemas/index.ts'
import { fileInbox, type ReceiverOptions, receiver, type Writes } from '../src/receive.ts'
import { running } from './processes.ts'
import { NOW, now, plain, subject, told } from './receive-requests.ts'

const folder = mkdtempSync(join(tmpdir(), 'kefu-inbox-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
const fresh = () => join(folder, `${count++}.db`)

function opened(file = fresh(), clock = now) {
  const inbox = fileInbox(file, { now: clock })
  inbox.prepare('CREATE TABLE IF NOT EXISTS effects (msgId TEXT, memo TEXT NOT NULL)')
  let open = true
  const close = () => {
    if (open) inbox.close()
    open = false
  }
  onTestFinished(close)
  return { file, inbox, close, effects: () => inbox.all('SELECT msgId, memo FROM effects ORDER BY rowid') }
}

/** Writes each subject into the table of effects. */
function writing(inbox: ReturnType<typeof fileInbox>, options: Partial<ReceiverOptions<typeof echat, Writes>> = {}) {
  const calls: string[] = []
  const receive = receiver(echat, {
    secret: plain,
    now,
    inbox,
    on: {
      chatSubject({ msgId = '', chatSubjectMemo = '' }, { transaction }) {
        calls.push(msgId)
        transaction.run('INSERT INTO effects VALUES (?, ?)', msgId, chatSubjectMemo)
        if (chatSubjectMemo === 'wrong') transaction.run('INSERT INTO nowhere VALUES (1)')
        if (chatSubjectMemo === 'throws') throw new Error('no')
      },
    },
    ...options,
  })
  return { calls, tell: async (request: Parameters<typeof receive>[0]) => told(await receive(request)) }
}

describe('one transaction', () => {
  test('holds the mark and the writes of every message that comes at the same time, each once', async () => {
    const { inbox, effects } = opened()
    const { calls, tell } = writing(inbox)
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => tell(subject(`${index % 20}`))))
    expect(new Set(answers)).toEqual(new Set(['200 success']))
    expect(effects().map(it => it.msgId)).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
    expect(inbox.all('SELECT count(*) AS keys FROM inbox')).toEqual([{ keys: 20 }])
    expect(calls.length).toBe(20)
  })

  test('leaves out one whose statement fails, whole; the others of the group are kept, and it is handled when it comes again', async () => {
    const { inbox, effects } = opened()
    const { tell } = writing(inbox)
    const answers = await Promise.all(
      ['right', 'wrong', 'throws', 'also right'].map((memo, index) => tell(subject(`${index}`, memo))),
    )
    expect(answers).toEqual(['200 success', '500 state-unusable', '500 handler-failed', '200 success'])
    expect(effects().map(it => it.memo)).toEqual(['right', 'also right'])
    expect(await tell(subject('1', 'mended'))).toBe('200 success')
    expect(effects().map(it => it.memo)).toEqual(['right', 'also right', 'mended'])
  })

  test('says nothing of files and statements to the vendor when a write fails', async () => {
    const { inbox, file } = opened()
    const causes: string[] = []
    const receive = receiver(echat, {
      secret: plain,
      now,
      inbox,
      on: { chatSubject: (_message, { transaction }) => transaction.run('INSERT INTO nowhere VALUES (1)') },
      onRefused: error => causes.push(error.message),
    })
    const { status, body } = await receive(subject('1'))
    expect([status, body.includes(file), body.includes('nowhere')]).toEqual([500, false, false])
    expect(causes).toEqual([expect.stringContaining('nowhere')])
  })

  test('that cannot be committed is undone, and the next one can be', async () => {
    const { inbox, effects } = opened()
    inbox.prepare('CREATE TABLE parent (id TEXT PRIMARY KEY); PRAGMA foreign_keys = ON')
    inbox.prepare('CREATE TABLE child (id TEXT REFERENCES parent DEFERRABLE INITIALLY DEFERRED)')
    const once = (key: string, ...statements: string[]) =>
      inbox.once(key, async transaction => {
        for (const it of statements) transaction.run(it)
      })
    await expect(once('orphan', "INSERT INTO child VALUES ('nobody')")).rejects.toMatchObject({
      code: 'state-unusable',
    })
    await expect(once('own end', "INSERT INTO effects VALUES ('1', 'a')", 'ROLLBACK')).rejects.toMatchObject({
      code: 'state-unusable',
    })
    expect(inbox.all('SELECT * FROM child')).toEqual([])
    expect(effects()).toEqual([])
    expect(await once('next', "INSERT INTO effects VALUES ('2', 'b')")).toBe(true)
    expect(effects()).toEqual([{ msgId: '2', memo: 'b' }])
    expect(await once('orphan')).toBe(true)
  })
})

describe('the file', () => {
  test('remembers when it is opened again', async () => {
    const { inbox, file, close } = opened()
    const before = writing(inbox)
    for (const id of ['1', '2']) await before.tell(subject(id))
    close()
    const again = opened(file)
    const after = writing(again.inbox)
    for (const id of ['1', '2', '3']) expect(await after.tell(subject(id))).toBe('200 success')
    expect(after.calls).toEqual(['3'])
    expect(again.effects().map(it => it.msgId)).toEqual(['1', '2', '3'])
  })

  test('keeps what was set aside, once, in order', async () => {
    const { inbox, file, close } = opened()
    const { tell } = writing(inbox)
    const odd = (msgId: string) => subject(msgId, 'memo', { message: { appId: 'a', msgId, stray: '1' } })
    for (const id of ['1', '2', '1', '2']) expect(await tell(odd(id))).toBe('200 success')
    close()
    const again = opened(file)
    expect(again.inbox.quarantined()).toEqual(
      ['1', '2'].map(msgId => ({
        at: NOW,
        key: `echat//chatSubject/${msgId}`,
        push: 'chatSubject',
        reason: expect.stringContaining('chatSubject: '),
        message: { appId: 'a', msgId, stray: '1' },
      })),
    )
    await writing(again.inbox).tell(odd('1'))
    expect(again.inbox.quarantined().length).toBe(2)
  })

  test('keeps a key for seven days by the given clock, and not longer', async () => {
    let time = NOW
    const { inbox, file, close } = opened(fresh(), () => time)
    const once = (own = inbox) =>
      own.once('k', async transaction => transaction.run("INSERT INTO effects VALUES ('k', '')"))
    expect(await once()).toBe(true)
    time += 7 * 86_400_000
    expect(await once()).toBe(false)
    close()
    const again = opened(file, () => time)
    expect(await once(again.inbox)).toBe(false)
    time += 1
    expect(await once(again.inbox)).toBe(true)
    expect(await once(again.inbox)).toBe(false)
    expect(again.effects().length).toBe(2)
  })

  test('does not grow with keys that nobody needs any more', async () => {
    let time = NOW
    const { inbox } = opened(fresh(), () => time)
    const many = (name: string) =>
      Promise.all(Array.from({ length: 1_500 }, (_, index) => inbox.once(`${name}${index}`, async () => undefined)))
    await many('old')
    time += 8 * 86_400_000
    await many('new')
    expect(inbox.all("SELECT count(*) AS old FROM inbox WHERE key LIKE 'old%'")).toEqual([{ old: 0 }])
    expect(inbox.all('SELECT count(*) AS count FROM inbox')).toEqual([{ count: 1_500 }])
  })

  test('belongs to one process: another is told which one has it', async () => {
    const file = fresh()
    const script = `import { fileInbox } from './src/receive.ts'
      fileInbox(${JSON.stringify(file)}); console.log('open'); setInterval(() => {}, 1000)`
    const other = await running('node', ['--import', 'tsx', '--input-type=module', '-e', script], /open/)
    expect(() => fileInbox(file)).toThrow(/state file cannot be used.*(process \d+|another process) has it open/)
    await other.end()
    opened(file)
    expect(existsSync(file)).toBe(true)
  })

  test('that is closed refuses in words, and a message that came too late is not acknowledged', async () => {
    const { inbox, close } = opened()
    const { tell } = writing(inbox)
    const under = tell(subject('1'))
    close()
    expect(await under).toBe('500 state-unusable')
    expect(await tell(subject('2'))).toBe('500 state-unusable')
  })
})
