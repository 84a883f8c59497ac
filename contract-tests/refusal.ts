/** Reads a refusal out of a vendor's envelope, and lets nothing else pass. */
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'

/** HTTP status, the vendor's code and its words. Nothing but the vendor's envelope passes. */
export function refusal(response: LightMyRequestResponse): [status: number, code: unknown, words: string] {
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
  const body = response.json()
  if ('ret' in body) {
    expect(body).toEqual({ ret: body.ret, data: {}, msg: expect.any(String) })
    return [response.statusCode, body.ret, body.msg]
  }
  expect(body).toEqual({ ret_code: body.ret_code, ret_msg: expect.any(String) })
  return [response.statusCode, body.ret_code, body.ret_msg]
}
