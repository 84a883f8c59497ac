/** Who answers a request besides the mock: bare node:http and bare Fastify with the same bytes, Prism with our own spec. */
import { MOCK } from './mock.ts'
import type { Contestant } from './race.ts'
import { type Program, start } from './server.ts'

const PRISM = ['node_modules/.bin/prism', 'mock', 'openapi/sobot.yaml', '--port', 'PORT']

type Request = Omit<Program, 'args'>

/** `more` are further arguments of the mock. */
export async function rivals(asked: Request, more: string[] = []) {
  const mock: Contestant = { ...asked, name: 'kefu mock', args: [...MOCK, ...more], requests: 15_000 }
  const { type, body } = await answerOf(mock)
  const sameBytes = [asked.path, type, body]
  const bare: Contestant = { ...mock, name: 'bare node:http', args: [...script('bare'), ...sameBytes] }
  const fastify: Contestant = { ...mock, name: 'bare Fastify', args: [...script('fastify'), ...sameBytes] }
  const own = { ...asked, path: asked.path.replace(/^\/sobot/, '') }
  const silent: Contestant = { ...own, name: 'Prism, silent', args: [...PRISM, '-v', 'silent'], requests: 1_500 }
  const logging: Contestant = { ...own, name: 'Prism, default log', args: PRISM, requests: 1_000 }
  for (const it of [bare, fastify]) await expectAnswer(it, type, body)
  return { bare, mock, fastify, silent, logging }
}

const script = (name: string) => [`scripts/bench/servers/${name}.mjs`, 'PORT']

async function expectAnswer(contestant: Contestant, type: string, body: string) {
  const answer = await answerOf(contestant)
  if (answer.type !== type || answer.body !== body) throw new Error(`${contestant.name} answers other bytes`)
}

/** Of a process that is started for it. */
async function answerOf(program: Program) {
  const server = await start(program)
  const { path, headers = {}, body } = program
  const sent = body === undefined ? {} : { method: 'POST', body }
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers, ...sent })
  const answer = { type: response.headers.get('content-type') ?? '', body: await response.text() }
  await server.end()
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${answer.body}`)
  return answer
}
