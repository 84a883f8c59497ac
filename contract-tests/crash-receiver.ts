/** A receiver of Echat's pushes in a process of its own, to be killed. It knows nothing of the kit: signature and cipher are read by @wecom/crypto. Arguments: port, file, secret as JSON. */
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { decrypt, getSignature } from '@wecom/crypto'

const [, , port, file = '', secret = ''] = process.argv
const { token, EncodingAESKey, appId } = JSON.parse(secret)

/** `msgId conversation sequence`, of equal length for all that are of equal length. Throws what is wrong with it. */
function lineOf(query: URLSearchParams, body: string): string {
  const value = (name: string) => query.get(name) ?? ''
  if (getSignature(token, value('timestamp'), value('nonce'), '') !== value('signature')) throw new Error('signature')
  const { message, id } = decrypt(EncodingAESKey, found(/<Encrypt><!\[CDATA\[(.*?)\]\]>/, body))
  if (id !== appId || value('dataType') !== 'chatContent') throw new Error(`${id} ${value('dataType')}`)
  const conversation = found(/<chatRecordId><!\[CDATA\[(.*?)\]\]>/, message)
  return `${found(/<msgId><!\[CDATA\[(.*?)\]\]>/, message)} ${conversation} ${found(/第(\d+)句/, message)}\n`
}

function found(pattern: RegExp, text: string): string {
  const [, value] = pattern.exec(text) ?? []
  if (value === undefined) throw new Error(`${pattern} is not in ${text}`)
  return value
}

const server = createServer((request, answer) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    try {
      const { searchParams } = new URL(request.url ?? '', 'http://receiver')
      appendFileSync(file, lineOf(searchParams, Buffer.concat(chunks).toString()))
      answer.end('success')
    } catch (error) {
      appendFileSync(file, `wrong: ${error}\n`)
      answer.writeHead(500).end()
    }
  })
})
server.listen(Number(port), '127.0.0.1', () => process.stdout.write(`listens on ${port}\n`))
