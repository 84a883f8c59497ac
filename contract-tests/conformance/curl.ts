/** The requests of a case as a file for `curl --config`, so that they can be looked at one by one. */
import type { Outgoing } from '../../mocks/deliver/transport.ts'

export interface CurlFiles {
  config: string
  /** Bodies that are no text, by the name that the config gives them. */
  bodies: ReadonlyMap<string, Buffer>
}

/** `name` is the path of the config without its ending; bodies stand beside it. */
export function curlFiles(title: string, name: string, requests: readonly Outgoing[]): CurlFiles {
  const bodies = new Map<string, Buffer>()
  const head = [
    `# ${title}`,
    `# curl --config ${name}.curl`,
    '# Signatures grow old: after some minutes a handler may refuse them for that alone.',
  ]
  const blocks = requests.map((request, index) => {
    const body = bodyLine(request, `${name}.${index + 1}.body`, bodies)
    return [...(index ? ['next'] : []), ...linesOf(request), ...body].join('\n')
  })
  return { config: `${[...head, ...blocks].join('\n')}\n`, bodies }
}

function linesOf({ origin, path, method, headers, cut }: Outgoing): string[] {
  return [
    ...(cut ? ['# The sender broke this one off in the middle, which curl cannot.'] : []),
    `url = ${quoted(origin + path)}`,
    `request = ${method}`,
    ...Object.entries(headers).map(([name, value]) => `header = ${quoted(`${name}: ${value}`)}`),
    // What curl would add of its own.
    ...('content-type' in headers ? [] : ['header = "content-type:"']),
    'header = "expect:"',
    'include',
    'silent',
  ]
}

function bodyLine({ body }: Outgoing, file: string, bodies: Map<string, Buffer>): string[] {
  if (body === null) return []
  const bytes = Buffer.from(body)
  const text = bytes.toString()
  // A text in a config has no NUL, and is UTF-8.
  if (Buffer.from(text).equals(bytes) && !text.includes('\0')) return [`data-raw = ${quoted(text)}`]
  bodies.set(file, bytes)
  return [`data-binary = ${quoted(`@${file}`)}`]
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' }

const quoted = (text: string) => `"${text.replace(/[\\"\n\r\t\v]/g, it => escapes[it] as string)}"`
