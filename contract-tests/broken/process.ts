/** A handler of Echat in a process of its own that ends at a message with 😀, as one ends that leaves an exception uncaught. Arguments: port, account as JSON. */
import { listening } from './customers.ts'
import { type Account, EchatHandler, type Fields } from './echat.ts'

class Mortal extends EchatHandler {
  override async take(dataType: string, fields: Fields) {
    if (JSON.stringify(fields).includes('😀')) process.exit(1)
    await super.take(dataType, fields)
  }
}

const [, , port, account = '{}'] = process.argv
const { listener } = new Mortal(JSON.parse(account) as Account, async () => undefined)
const { port: own } = await listening(listener, Number(port))
process.stdout.write(`listens on ${own}\n`)
