/** Lets through what Node's HTTP parser refuses, but a vendor's client sends: an address with unencoded UTF-8 or blanks in its query. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import type { ConnectionError } from 'fastify'

const LINE_END = Buffer.from('\r\n')
const BLANK = 0x20

/** True once the request was handed to the server again, with its address encoded. */
export function encodeAddress(error: ConnectionError, socket: Socket, server: Server): boolean {
  const packet = (error as ConnectionError & { rawPacket?: Buffer }).rawPacket
  const encoded =
    packet && /^HPE_INVALID_(URL|CONSTANT|VERSION)$/.test(error.code) ? withEncodedQuery(packet) : undefined
  if (!encoded || !socket.writable) return false
  // The parser that failed must not see this connection any more.
  socket.removeAllListeners('data')
  socket.removeAllListeners('error')
  server.emit('connection', replayed(encoded, socket))
  return true
}

/** The packet with the query of its first line percent-encoded; undefined when there is nothing to encode. */
function withEncodedQuery(packet: Buffer): Buffer | undefined {
  const end = packet.indexOf(LINE_END)
  const line = packet.subarray(0, Math.max(0, end))
  const start = line.indexOf('?')
  const stop = line.lastIndexOf(' HTTP/1.')
  if (start < 0 || stop < start) return undefined
  const query = line.subarray(start, stop)
  if (!query.some(isRaw)) return undefined
  const bytes = [...query].map(it =>
    isRaw(it) ? `%${it.toString(16).padStart(2, '0').toUpperCase()}` : String.fromCharCode(it),
  )
  return Buffer.concat([line.subarray(0, start), Buffer.from(bytes.join('')), packet.subarray(stop)])
}

const isRaw = (byte: number) => byte > 0x7e || byte === BLANK

/** The same connection, which begins with other bytes than those that came. */
function replayed(beginning: Buffer, socket: Socket): Duplex {
  const connection = new Duplex({
    read() {
      socket.resume()
    },
    write(chunk, _encoding, done) {
      socket.write(chunk, done)
    },
    final(done) {
      socket.end(done)
    },
    destroy(error, done) {
      socket.destroy()
      done(error)
    },
  })
  connection.push(beginning)
  socket.on('data', chunk => {
    if (!connection.push(chunk)) socket.pause()
  })
  socket.on('end', () => connection.push(null))
  socket.on('close', () => connection.destroy())
  socket.on('error', error => connection.destroy(error))
  return connection
}
