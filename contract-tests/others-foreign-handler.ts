/** What the tests of the cases of Yunduo, EasyLiao and Sobot agree on, and a handler of these vendors as somebody else would write it. */
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, sobot, yunduo } from '../schemas/index.ts'
import { type VerifyOptions, verify } from './conformance/verify.ts'

export const now = () => Date.UTC(2026, 0, 15, 4)
export const vendors: readonly Vendor[] = [yunduo, easyliao, sobot]
export const header = { 'x-kefu-token': 'agreed-with-the-vendor' }
export const secret = { appid: 'id-of-a-test', app_key: 'key-of-a-test', companyid: 'company-of-a-test' }
export const secretOf = ({ id }: Vendor) => (id === 'sobot' ? secret : {})

export interface Agreed {
  shared?: true
  signed?: true
}

export const optionsOf = (
  vendor: Vendor,
  { shared, signed }: Agreed,
  more: Partial<VerifyOptions> = {},
): VerifyOptions => ({
  secret: secretOf(vendor),
  seed: 'others',
  now,
  ...(shared && { headers: header }),
  ...(signed && { assume: { pushSignature: 'on' } }),
  ...more,
})

const answers: Record<string, string> = {
  yunduo: '{"code":200,"msg":"success"}',
  easyliao: '{"success":true}',
  sobot: '{"code":0}',
}

/** What a handler looks at, and what it may do otherwise than it should. */
export interface Came {
  request: IncomingMessage
  body: Buffer
  /** Undefined when it is no JSON. */
  message: unknown
}

const bytesOf = async (request: IncomingMessage) => Buffer.concat(await request.toArray().catch(() => []))

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString().replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** A handler of a few lines, as anybody would write it: an object is taken, the rest refused. `status` judges first. */
export const plain =
  (vendor: Vendor, status: (came: Came) => number | 'gone' | undefined = () => undefined): RequestListener =>
  async (request, response) => {
    const body = await bytesOf(request)
    const message = parsed(body)
    const judged = status({ request, body, message })
    if (judged === 'gone') return void request.socket.destroy()
    const isMessage = typeof message === 'object' && message !== null && !Array.isArray(message)
    const code = judged ?? (isMessage ? 200 : 400)
    response.writeHead(code, { 'content-type': 'application/json' })
    response.end(code === 200 ? answers[vendor.id] : '{"code":1}')
  }

/** Ids of the cases that it fails. */
export const failed = async (vendor: Vendor, node: RequestListener, agreed: Agreed = {}, severity?: string) => {
  const { results } = await verify(vendor, { node }, optionsOf(vendor, agreed))
  return results
    .filter(it => it.outcome === 'failed' && (severity === undefined || it.severity === severity))
    .map(it => it.id)
}
