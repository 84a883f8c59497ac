/** What the vendors' sides share when they refuse. */
import type { FastifyError } from 'fastify'
import type { ErrorCode, Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { failureOf } from './behaviour.ts'
import type { Refused } from './sides.ts'

/** The catalogue's own words for a code. */
export const messageOf = (vendor: Vendor, code: ErrorCode): string => failureOf(vendor, code).message

/** For a vendor that only pushes and has no envelope of its own: the kit's error as JSON. */
export const refuseAsKit = ({ status, code, message, cure }: KefuError): Refused => ({
  status,
  body: { code, message, cure },
})

/** Fastify's own refusals, and what must never happen, as errors of the kit. */
export function asRefusal(error: FastifyError | KefuError): KefuError {
  if (error instanceof KefuError) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new KefuError('body-too-large', { cause: error })
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new KefuError('content-type-wrong', { detail: 'Expected application/json.', cause: error })
  }
  if (error.code === 'ECONNRESET')
    return new KefuError('request-malformed', {
      detail: 'The connection ended in the middle of the body.',
      cause: error,
    })
  if (error.code?.startsWith('FST_')) return new KefuError('body-malformed', { detail: error.message, cause: error })
  if (error instanceof RangeError && /call stack/.test(error.message))
    return new KefuError('body-malformed', { detail: 'It is nested too deeply.', cause: error })
  process.stderr.write(`kefu mock: ${error.stack}\n`)
  return new KefuError('defect', { cause: error })
}
