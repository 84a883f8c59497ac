/** Sends bytes as they are over a socket of its own, for what no HTTP client would send, and reads the answer. */
import { connect } from 'node:net'

export interface RawAnswer {
  status: number
  body: string
}

/** The connection is half closed after the bytes; fails when nothing comes back. */
export function rawExchange(port: number, bytes: string | Uint8Array): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', chunk => chunks.push(chunk)).on('error', reject)
    socket.on('close', () => {
      const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n')
      const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(head) ?? []
      if (status) resolve({ status: Number(status), body })
      else reject(new Error(`no answer, but ${JSON.stringify(head.slice(0, 100))}`))
    })
  })
}
