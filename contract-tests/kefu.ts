/** The `kefu` command as it is typed, bundled from today's sources. */
import { inject } from 'vitest'
import { finished, running } from './processes.ts'

export const main = [inject('programs').kefu]

export const kefu = (...args: string[]) => finished('node', [...main, ...args])

/** With something on standard input. */
export const kefuReading = (input: string | Uint8Array, ...args: string[]) =>
  finished('node', [...main, ...args], { input })

/** `kefu mock` on a port of its own, once it has said everything. `answered[1]` is its origin. */
export const mocking = (...args: string[]) =>
  running('node', [...main, 'mock', ...args, '--port', '0'], /listens on (http:\S+) [\s\S]*try: .*\n\n$/)

/** An address where nobody listens. */
export const NOBODY = 'http://127.0.0.1:9/'

/** Credentials as they are typed. */
export const given = (secret: Record<string, string>) =>
  Object.entries(secret).flatMap(([name, value]) => ['--secret', `${name}=${value}`])
