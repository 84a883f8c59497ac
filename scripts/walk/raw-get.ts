/** A GET whose address is sent byte for byte: clients like the vendor's own for Go encode nothing. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'

/** The body of the answer, which has to have the status 200. */
export async function rawGet(baseUrl: string, address: string): Promise<string> {
  const { hostname, port, host, pathname } = new URL(baseUrl)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  socket.on('data', chunk => chunks.push(chunk))
  const path = pathname === '/' ? '' : pathname
  socket.write(`GET ${path}${address} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  await once(socket, 'close')
  const text = Buffer.concat(chunks).toString()
  const end = text.indexOf('\r\n\r\n')
  assert.match(text, /^HTTP\/1\.1 200 /, text)
  return text.slice(end + 4)
}
