/** Judges who sent a push, before anything of it is parsed. */
import { hash } from 'node:crypto'
import { KefuError } from '../wire/errors.ts'
import { sameText } from '../wire/text.ts'
import type { Http, Proof } from '../wire/wire.ts'

/** Throws shared-secret-wrong. */
export function refuseStranger(
  { headers, query }: Http,
  shared: { header: string; value: string } | { query: string; value: string },
) {
  const given = 'header' in shared ? headers[shared.header.toLowerCase()] : query[shared.query]
  if (given === undefined || !sameText(given, shared.value))
    throw new KefuError('shared-secret-wrong', {
      detail: `Expected it in the ${'header' in shared ? `header ${shared.header}` : `parameter ${shared.query}`}.`,
    })
}

/** Throws timestamp-wrong. Ten digits are seconds, more are milliseconds. */
export function refuseStale({ timestamp }: Proof, window: number, now: number) {
  if (!/^\d{1,16}$/.test(timestamp))
    throw new KefuError('timestamp-wrong', {
      detail: `Expected digits, got ${JSON.stringify(timestamp.slice(0, 30))}.`,
    })
  const off = (Number(timestamp) * (timestamp.length > 10 ? 1 : 1_000) - now) / 1_000
  if (Math.abs(off) > window)
    throw new KefuError('timestamp-wrong', {
      detail: `Expected at most ${window} s from now, got ${Math.round(Math.abs(off))} s ${off < 0 ? 'before' : 'after'}.`,
    })
}

/** Signatures that are remembered at most; the oldest go. */
const MOST = 100_000

/**
 * Refuses a signature that was seen with another body, or with other parameters. It is known by itself, not by its nonce: where parts are joined
 * without delimiters, digits can move from one to the other. The same body again is a repeat, and left to the inbox.
 */
export function createUsedSignatures(most = MOST) {
  let [young, old] = [new Map<string, string>(), new Map<string, string>()]
  /** Throws signature-used. */
  return ({ signature }: Proof, { query, body }: Http) => {
    // What the signature does not cover: the same message has the same parameters around it.
    const digest = hash('sha256', JSON.stringify(query) + hash('sha256', body, 'base64'), 'base64')
    const before = young.get(signature) ?? old.get(signature)
    if (before !== undefined && before !== digest) throw new KefuError('signature-used')
    if (young.size >= most / 2) [young, old] = [new Map(), young]
    young.set(signature, digest)
  }
}
