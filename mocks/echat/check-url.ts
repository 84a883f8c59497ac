/** How Echat checks an address that it is given: the answer has to be the echostr that it sends, and nothing else. */
import { echat as vendor } from '../../schemas/index.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { outgoing, targetOf } from '../deliver/request.ts'
import type { Incoming } from '../deliver/transport.ts'
import type { NewAddress } from '../sides.ts'

/** Throws endpoint-unverified. */
export async function checkUrl(address: NewAddress): Promise<void> {
  const way = address.choose('checkUrl')
  if (way === 'none') return
  const echostr = Buffer.from(address.moment.random(8)).toString('hex')
  const ask = (method: 'GET' | 'POST') => asked(address, echostr, method)
  let answer = await ask(way === 'get' ? 'GET' : 'POST')
  if (way === 'postThenGet' && answer.status === 405) answer = await ask('GET')
  const text = answer.body.toString()
  if (!answer.trouble && answer.status === 200 && text === echostr) return
  const got =
    answer.trouble ?? `Expected status 200 and the echostr ${echostr}, got ${answer.status} with ${shown(text)}.`
  throw new KefuError('endpoint-unverified', { detail: got })
}

/** Signed like a message, and empty. */
function asked(
  { url, headers, query, secret, choose, moment, transport }: NewAddress,
  echostr: string,
  method: 'GET' | 'POST',
) {
  const written = { query: { dataType: 'checkUrl', echostr }, contentType: undefined, text: '' }
  const http = wireOf(vendor).push?.wrap(written, { ...secret, mode: 'plain' }, moment, choose)
  if (!http) throw new Error('Echat has lost its wire.')
  const request = outgoing(targetOf({ url, headers, query }), http, Number(choose('timeout')) * 1_000, method)
  return new Promise<Incoming>(done => transport.send(request, done))
}

const shown = (text: string) =>
  text ? JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text) : 'an empty body'
