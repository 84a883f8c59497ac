/** Our receiver for node:http, from the built package, with its messages remembered in memory. Arguments: port, credentials as JSON. */
import { createServer } from 'node:http'
import { echat, nodeReceiver } from '../../../dist/src/index.mjs'

const [port, secret] = process.argv.slice(2)
const receive = nodeReceiver(echat, { secret: JSON.parse(secret), on: { chatStart() {} } })
createServer(receive).listen(Number(port), '127.0.0.1')
