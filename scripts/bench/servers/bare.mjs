/** The limit: node:http and nothing else, answering the same bytes to everything. Arguments: port, path, content type, body. */
import { createServer } from 'node:http'

const [port, , type = 'application/json; charset=utf-8', text = '{"ret_code":"000000"}'] = process.argv.slice(2)
const body = Buffer.from(text)
const headers = { 'content-type': type, 'content-length': body.length }

const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.keepAliveTimeout = 72_000
server.listen(Number(port), '127.0.0.1')
