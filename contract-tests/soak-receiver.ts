/** A receiver that fails one message in ten, by lot: an error, a wrong word, a broken connection, and now and then silence. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { lot } from '../mocks/world/random.ts'

const faults: Record<string, (answer: ServerResponse, socket: Socket) => void> = {
  error: answer => answer.writeHead(500).end('no'),
  wrongWord: answer => answer.end('Success'),
  reset: (_answer, socket) => socket.resetAndDestroy(),
  // The last of the ten hundredths: nothing is said until the sender's deadline.
  silence: () => undefined,
}
const kindOf = (share: number) =>
  share < 0.03 ? 'error' : share < 0.06 ? 'wrongWord' : share < 0.09 ? 'reset' : 'silence'

export async function faultyReceiver(seed: string) {
  const acknowledged = new Set<string>()
  const counts: Record<string, number> = {}
  let requests = 0
  const server = createServer((request, answer) => {
    let body = ''
    request.setEncoding('utf8').on('data', text => (body += text))
    request.on('end', () => {
      const share = lot(`${seed}/${requests++}`)
      const kind = share < 0.1 ? kindOf(share) : 'none'
      counts[kind] = (counts[kind] ?? 0) + 1
      const fault = faults[kind]
      if (fault) return fault(answer, request.socket)
      acknowledged.add(/<msgId><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? body)
      answer.end('success')
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    acknowledged,
    /** Requests by what became of them. */
    counts,
    close() {
      server.closeAllConnections()
      return new Promise<void>(done => server.close(() => done()))
    },
  }
}
