/** A receiver inside the test: it answers what it is told to, and remembers which messages came. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listener {
  url: string
  port: number
  /** Of plain messages, in the order of their arrival. */
  msgIds: string[]
  /** What the next messages get. */
  answers: { status: number; body: string }
  close(): Promise<void>
}

export async function listening(answers = { status: 200, body: 'success' }, port = 0): Promise<Listener> {
  const msgIds: string[] = []
  const listener = { msgIds, answers }
  const server = createServer((request, answer) => {
    let body = ''
    request.setEncoding('utf8').on('data', text => (body += text))
    request.on('end', () => {
      msgIds.push(/<msgId><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? body)
      answer.writeHead(listener.answers.status).end(listener.answers.body)
    })
  })
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  const address = server.address() as AddressInfo
  return Object.assign(listener, {
    url: `http://127.0.0.1:${address.port}/`,
    port: address.port,
    close() {
      server.closeAllConnections()
      return new Promise<void>(done => server.close(() => done()))
    },
  })
}

export const refusing = () => listening({ status: 500, body: 'no' })

/** Fails when it does not come true in good time. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 20) {
  const end = Date.now() + seconds * 1_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${holds}`)
    await new Promise(done => setTimeout(done, 5))
  }
}
