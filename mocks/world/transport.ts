/** How messages of a world leave this process. Never throws: what goes wrong is part of the outcome. */

import { send } from '../../src/wire/send.ts'
import { type Delivery, dispatch, sealed } from '../deliver/deliver.ts'

export interface Sending {
  body: string
  acknowledged: boolean
  /** 0 when there was no answer. */
  status: number
  reason?: string
}

export interface Transport {
  /** Hosts besides this machine that may be called. */
  readonly hosts: readonly string[]
  push(delivery: Delivery, url: string, headers: Record<string, string>): Promise<Sending>
  post(url: string, body: string): Promise<Omit<Sending, 'body'>>
}

export const network = (hosts: readonly string[] = []): Transport => ({
  hosts,
  async push(delivery, url, headers) {
    const http = sealed(delivery)
    const body = Buffer.from(http.body).toString()
    try {
      return { body, ...(await dispatch(delivery.vendor, http, url, { headers })) }
    } catch (error) {
      return { body, ...unsent(error) }
    }
  },
  async post(url, body) {
    try {
      const headers = { 'content-type': 'application/json' }
      const { status } = await send({ query: {}, headers, body }, { method: 'POST', url, limit: LIMIT })
      return { acknowledged: status < 300, status }
    } catch (error) {
      return unsent(error)
    }
  },
})

const unsent = (error: unknown) => ({ acknowledged: false, status: 0, reason: (error as Error).message })

/** Bytes of an answer that are read. */
const LIMIT = 64 << 10
