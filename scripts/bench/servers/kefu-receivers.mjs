/** Our receivers for node:http from the built package, one for each vendor that pushes, at `/<vendor>`. Arguments: port, credentials by vendor as JSON. */
import { createServer } from 'node:http'
import { easyliao, echat, nodeReceiver, sobot, yunduo } from '../../../dist/src/index.mjs'

const [port, secrets] = process.argv.slice(2)
const given = JSON.parse(secrets)
const receivers = new Map(
  [easyliao, echat, sobot, yunduo].map(it => [
    it.id,
    nodeReceiver(it, { secret: given[it.id], on: {}, tolerant: true }),
  ]),
)

createServer((request, response) => {
  const receive = receivers.get(request.url.split('?')[0].slice(1))
  if (receive) receive(request, response)
  else response.writeHead(404).end()
}).listen(Number(port), '127.0.0.1')
