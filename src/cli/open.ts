/** `kefu open`: what a captured message says, and whether it keeps to its contract. */

import { inWords, violations } from '../wire/check.ts'
import { KefuError } from '../wire/errors.ts'
import { wireOf } from '../wire/index.ts'
import { matchQuery, recogniser } from '../wire/recognise.ts'
import { contractNamed, credentialsOf, type SecretOptions, standardInput, vendorNamed } from './arguments.ts'
import { captured } from './captured.ts'
import { UsageError } from './exit.ts'

interface OpenOptions extends SecretOptions {
  as?: string
}

export async function open(vendorId: string, options: OpenOptions) {
  const vendor = vendorNamed(vendorId)
  const { push: codec } = wireOf(vendor)
  if (!codec) throw new UsageError(`${vendor.id} sends no pushes.`)
  const named = options.as === undefined ? undefined : contractNamed(vendor, 'push', options.as)
  const message = captured(await standardInput())
  const secret = await credentialsOf(vendor, options)
  const http = { ...message, query: { ...message.query, ...(named && matchQuery(named.contract.match)) } }
  if (vendor.push?.query && !http.query.signature) {
    // A bare body proves nothing: it is opened as if its signature were right, and that is said.
    process.stderr.write('kefu: the capture holds no signature; it is not checked.\n')
    Object.assign(
      http.query,
      codec.seal({ query: {}, body: {} }, secret, { now: 0, random: size => new Uint8Array(size) }).query,
    )
    if (!/<Encrypt>/.test(Buffer.from(http.body).toString())) (secret as Record<string, string>).mode = 'plain'
  }
  const plain = codec.open(http, secret)
  const push = named ?? recogniser(vendor)(plain)
  process.stdout.write(`${JSON.stringify(plain.body, null, 2)}\n`)
  if (!push)
    throw new KefuError('contract-unknown', { detail: `No push of ${vendor.id} looks like this; name it with --as.` })
  const found = violations(push.contract.message, plain.body)
  if (found.length) throw new KefuError('contract-violated', { detail: `${push.id}: ${inWords(found)}.` })
  process.stderr.write(`kefu: ${vendor.id} ${push.id}, keeps to the contract.\n`)
}
