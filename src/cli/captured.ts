/** Reads a captured request: raw HTTP, JSON as `/_kefu/pushes` prints it, or a bare body. */
import type { Http } from '../wire/wire.ts'

export function captured(input: Buffer): Http {
  return rawHttp(input) ?? printed(input) ?? { query: {}, headers: {}, body: input }
}

function rawHttp(input: Buffer): Http | undefined {
  const [, target] =
    /^(?:GET|POST|PUT) (\S+) HTTP\/1\.[01]\r?\n/.exec(input.subarray(0, 16_384).toString('latin1')) ?? []
  if (target === undefined) return undefined
  const text = input.toString('latin1')
  const gap = /\r?\n\r?\n/.exec(text)
  const end = gap ? gap.index + gap[0].length : text.length
  const lines = text.slice(0, gap?.index).split(/\r?\n/).slice(1)
  const headers = lines.map(line => [
    line.split(':')[0]?.toLowerCase().trim() ?? '',
    line.slice(line.indexOf(':') + 1).trim(),
  ])
  return { query: queryOf(target), headers: Object.fromEntries(headers), body: input.subarray(end) }
}

function printed(input: Buffer): Http | undefined {
  try {
    const { query, headers, body } = JSON.parse(input.toString())
    return query && headers && typeof body === 'string' ? { query, headers, body: Buffer.from(body) } : undefined
  } catch {
    return undefined
  }
}

const queryOf = (target: string) => Object.fromEntries(new URLSearchParams(target.replace(/^[^?]*/, '')))
