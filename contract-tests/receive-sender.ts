/** A sender on a bare socket, for tens of thousands of requests: it costs a fraction of what an HTTP client does. */
import { createConnection, type Socket } from 'node:net'
import type { RawRequest } from '../src/receive/request.ts'

const WHOLE = /^HTTP\/1\.1 (\d{3}) [\s\S]*?content-length: (\d+)\r\n[\s\S]*?\r\n\r\n([\s\S]*)$/i

/** One connection that is kept, and made again once it is broken; one request at a time. */
export function connected(port: number) {
  let socket: Socket | undefined

  /** Status and body of the answer, `200 success`; undefined when the connection broke first. */
  async function ask({ url, headers, body }: RawRequest): Promise<string | undefined> {
    socket ??= createConnection(port, '127.0.0.1').setNoDelay()
    const used = socket
    let text = ''
    const answer = await new Promise<string | undefined>(done => {
      const broken = () => done(undefined)
      used.on('data', (chunk: Buffer) => {
        text += chunk.toString('latin1')
        const [, status, length, content = ''] = WHOLE.exec(text) ?? []
        if (length !== undefined && content.length >= Number(length)) done(`${status} ${content}`)
      })
      used.once('error', broken).once('close', broken)
      used.setTimeout(20_000, () => used.destroy())
      const lines = Object.entries({ ...headers, host: 'receiver', 'content-length': `${body.length}` })
      used.write(`POST ${url} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
      used.write(body)
    })
    used.removeAllListeners().on('error', () => undefined)
    if (answer === undefined) {
      used.destroy()
      socket = undefined
    }
    return answer
  }
  return { ask, end: () => socket?.destroy() }
}
