/** The built mock as a contestant, asked what it prints itself: the list of Sobot's label groups. */
import { type Program, type Server, start } from './server.ts'

export const MOCK = ['dist/cli/main.mjs', 'mock', '--port', 'PORT']

export interface Asked {
  server: Server
  path: string
  headers: Record<string, string>
}

/** Starts the mock with all vendors and reads the request off its own introduction. */
export async function startMock(more: string[] = []): Promise<Asked> {
  const server = await start({ args: [...MOCK, ...more], path: '/' })
  return { server, ...(await printedRequest(server)) }
}

/** The mock as a program to start again and again; its first answer is that list. */
export async function mockProgram(): Promise<Program> {
  const { server, path, headers } = await startMock()
  await server.end()
  return { args: MOCK, path, headers }
}

async function printedRequest(server: Server) {
  for (let tries = 0; tries < 100; tries++) {
    const [, token, path] =
      /curl -s -H 'token: (\w+)' 'http:\/\/[^/]+(\/sobot\/[^']*label_group\/list[^']*)'/.exec(server.printed()) ?? []
    if (token && path) return { path, headers: { token } }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  await server.end()
  throw new Error('kefu mock does not print how to list the label groups')
}
