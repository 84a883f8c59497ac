/** Our receiver with its inbox in a file, in a process of its own, to be killed. Arguments: port, file, secret as JSON. */
import { createServer } from 'node:http'
import { echat } from '../schemas/index.ts'
import { fileInbox, nodeReceiver } from '../src/receive.ts'

const [, , port, file = '', secret = ''] = process.argv

const inbox = fileInbox(file)
inbox.prepare('CREATE TABLE IF NOT EXISTS effects (msgId TEXT NOT NULL, memo TEXT NOT NULL)')

const receive = nodeReceiver(echat, {
  secret: JSON.parse(secret),
  inbox,
  deadline: 30_000,
  on: {
    async chatSubject({ msgId = '', chatSubjectMemo = '' }, { transaction }) {
      // As a handler has it that asks somebody first: several are under way when the process dies.
      await new Promise(done => setImmediate(done))
      transaction.run('INSERT INTO effects VALUES (?, ?)', msgId, chatSubjectMemo)
    },
  },
  onRefused: error => process.stderr.write(`${error.message}\n`),
})

createServer(receive).listen(Number(port), '127.0.0.1', () => process.stdout.write(`listens on ${port}\n`))
