/** The load generator's process: raw keep-alive connections, one request at a time on each. Takes an order, answers the seconds. */
import { connect } from 'node:net'

export interface Order {
  port: number
  /** Requests as they stand on the wire, sent in turn. */
  request: string[]
  /** How many requests in all. */
  requests: number
  connections: number
}

process.on('message', (order: Order) => {
  run(order).then(
    seconds => process.send?.({ seconds }),
    error => process.send?.({ error: String(error) }),
  )
})

/** Every answer has to be a 200 and as long as the first. */
function run({ port, request, requests, connections }: Order): Promise<number> {
  const bytes = request.map(it => Buffer.from(it))
  const since = performance.now()
  let left = requests
  let open = connections
  return new Promise((resolve, reject) => {
    for (let it = 0; it < connections; it++) {
      const socket = connect(port, '127.0.0.1')
      let size = 0
      let got = 0
      const next = () => {
        if (left-- > 0) socket.write(bytes[left % bytes.length] as Buffer)
        else socket.destroy()
      }
      socket.setNoDelay(true)
      socket.on('connect', next)
      socket.on('data', chunk => {
        if (got === 0 && chunk.toString('latin1', 9, 12) !== '200')
          socket.destroy(new Error(`answered ${chunk.toString()}`))
        size ||= sizeOf(chunk.toString('latin1'))
        got += chunk.length
        if (got < size) return
        got = 0
        next()
      })
      socket.on('error', reject)
      socket.on('close', () => {
        if (left > 0) reject(new Error('the server closed a connection'))
        else if (--open === 0) resolve((performance.now() - since) / 1000)
      })
    }
  })
}

/** Bytes of a whole answer, told by its head. */
function sizeOf(text: string): number {
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1]
  if (!length) throw new Error(`an answer without content-length: ${text.slice(0, 200)}`)
  return text.indexOf('\r\n\r\n') + 4 + Number(length)
}
