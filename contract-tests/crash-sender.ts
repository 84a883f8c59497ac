/** `kefu mock echat --state`, and its outbox as it is asked for over HTTP. */
import { type Launched, launch } from './crash-processes.ts'
import { main } from './kefu.ts'

export interface Sender extends Launched {
  /** Below the world `default`. Rejects when the sender is dead. */
  ask(path: string, body?: unknown, method?: string): Promise<Answer>
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it field by field
  body: any
}

/** `before` is what stands before `node` on the command line. */
export function startSender(file: string, before: readonly string[] = []): Sender {
  const [command = 'node', ...args] = [...before, 'node', ...main, 'mock', 'echat', '--state', file, '--port', '0']
  const launched = launch(command, args, /listens on (http:\S+)/)
  return {
    ...launched,
    async ask(path, body, method = body === undefined ? 'GET' : 'POST') {
      const [, origin] = await launched.ready
      const headers = { 'content-type': 'application/json' }
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      const answer = await fetch(`${origin}/_kefu/worlds/default${path}`, { method, headers, ...sent })
      return { status: answer.status, body: JSON.parse(await answer.text()) }
    },
  }
}

/** Generated for these tests. */
export const secret = {
  token: 'token-of-a-test',
  EncodingAESKey: Buffer.alloc(32, 7).toString('base64').slice(0, 43),
  appId: 'app1234567',
  mode: 'secure',
}

/** One push of a conversation, as the outbox takes it. */
export const chatContent = (msgId: string, chatRecordId: string, words: string) => ({
  vendor: 'echat',
  push: 'chatContent',
  message: { msgId, tm: '1563864914001', chatData: { chatRecordId, chatContent: words } },
})

/** Messages that can be read as they come. */
export const plainly = (url: string) => ({ vendor: 'echat', url, check: false, secret: { ...secret, mode: 'plain' } })

/** So many seconds, so many times. */
export const retries = (seconds: number, times: number) => ({
  echat: { retries: Array(times).fill(seconds).join(',') },
})
