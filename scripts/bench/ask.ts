/** One request outside of what is measured, and what its answer holds. */
import type { Server } from './server.ts'

interface Options {
  body?: object
  headers?: Record<string, string>
}

export async function ask({ port }: Server, path: string, { body, headers = {} }: Options = {}) {
  const sent = body && {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, sent ?? { headers })
  return JSON.parse(await answer.text())
}
