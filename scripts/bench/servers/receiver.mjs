/** A bare receiver: reads what comes and answers what Echat and Yunduo both wait for, one by its path. PORT is its argument. */
import { createServer } from 'node:http'

const JSON_ANSWER = Buffer.from('{"code":200}')
const TEXT_ANSWER = Buffer.from('success')

createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const answer = request.url.startsWith('/echat') ? TEXT_ANSWER : JSON_ANSWER
    response.writeHead(200, { 'content-length': answer.length })
    response.end(answer)
  })
}).listen(Number(process.argv[2]), '127.0.0.1')
