/** A handler of Echat's pushes as somebody else would write it: node:http, wechat-crypto and a common XML parser, nothing of ours. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

const WXBizMsgCrypt = createRequire(import.meta.url)('wechat-crypto')

export interface ForeignSecret {
  token: string
  EncodingAESKey: string
  appId: string
  mode: 'plain' | 'secure'
}

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true })

/** The content of the root element; throws for what is no message. */
function parsed(text: string): Record<string, unknown> {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw new Error('no message')
  const { xml } = parser.parse(text)
  if (typeof xml !== 'object') throw new Error('an empty message')
  return xml
}

function decrypted(body: string, { token, EncodingAESKey, appId }: ForeignSecret): string {
  const sealed = parsed(body).Encrypt
  if (typeof sealed !== 'string' || sealed === '') throw new Error('not encrypted')
  const { message, id } = new WXBizMsgCrypt(token, EncodingAESKey, appId).decrypt(sealed)
  if (id !== appId) throw new Error('not for us')
  return message
}

function isSigned(query: URLSearchParams, token: string): boolean {
  const parts = [token, query.get('timestamp') ?? '', query.get('nonce') ?? '']
  if (parts.includes('')) return false
  const expected = createHash('sha1').update(parts.sort().join('')).digest()
  const given = Buffer.from(query.get('signature') ?? '', 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

async function answer(request: IncomingMessage, secret: ForeignSecret): Promise<[status: number, body: string]> {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams
  if (!isSigned(query, secret.token)) return [403, 'forbidden']
  const echostr = query.get('echostr')
  if (query.get('dataType') === 'checkUrl' && echostr !== null) return [200, echostr]
  const body = Buffer.concat(await request.toArray()).toString()
  try {
    const message = parsed(secret.mode === 'secure' ? decrypted(body, secret) : body)
    if (message.Encrypt !== undefined) return [400, 'encrypted']
    return [200, 'success']
  } catch {
    return [400, 'bad request']
  }
}

export const foreignHandler =
  (secret: ForeignSecret): RequestListener =>
  async (request: IncomingMessage, response: ServerResponse) => {
    const [status, body] = await answer(request, secret).catch(() => [500, ''] as const)
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body)
  }
