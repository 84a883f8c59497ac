/** Who answers the list of label groups: the mock, bare node:http and bare Fastify with the same bytes, Prism with our own spec. */
import { startMock } from './mock.ts'
import { type Program, start } from './server.ts'

export type Name = 'kefu mock' | 'bare node:http' | 'bare Fastify' | 'Prism, silent' | 'Prism, default log'

export interface Contestant extends Program {
  name: Name
  /** In one round: about a second. */
  requests: number
}

const PRISM = ['node_modules/.bin/prism', 'mock', 'openapi/sobot.yaml', '--port', 'PORT']

export async function contestants() {
  const { server, ...asked } = await startMock()
  const { type, body } = await answerOf(server.port, asked)
  const mock: Contestant = { ...asked, name: 'kefu mock', args: server.args, requests: 15_000 }
  const sameBytes = [asked.path, type, body]
  const bare: Contestant = { ...mock, name: 'bare node:http', args: [...script('bare'), ...sameBytes] }
  const fastify: Contestant = { ...mock, name: 'bare Fastify', args: [...script('fastify'), ...sameBytes] }
  const own = { path: asked.path.replace(/^\/sobot/, ''), headers: asked.headers }
  const silent: Contestant = { ...own, name: 'Prism, silent', args: [...PRISM, '-v', 'silent'], requests: 1_500 }
  const logging: Contestant = { ...own, name: 'Prism, default log', args: PRISM, requests: 1_000 }
  await server.end()
  for (const it of [bare, fastify]) await expectAnswer(it, type, body)
  return { bare, mock, fastify, silent, logging }
}

const script = (name: string) => [`scripts/bench/servers/${name}.mjs`, 'PORT']

async function expectAnswer(contestant: Contestant, type: string, body: string) {
  const server = await start(contestant)
  const answer = await answerOf(server.port, contestant)
  await server.end()
  if (answer.type !== type || answer.body !== body) throw new Error(`${contestant.name} answers other bytes`)
}

async function answerOf(port: number, { path, headers }: Pick<Program, 'path' | 'headers'>) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, headers ? { headers } : {})
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
  return { type: response.headers.get('content-type') ?? '', body: await response.text() }
}
