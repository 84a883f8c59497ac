/** Handlers of Echat's pushes that let something pass which nobody proved, and the cases that have to catch it. */
import { createDecipheriv } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Broken } from './broken.ts'
import { answer, Refused } from './customers.ts'
import { EchatHandler } from './echat.ts'

const WXBizMsgCrypt = createRequire(import.meta.url)('wechat-crypto')

export const unproven: readonly Broken<typeof EchatHandler>[] = [
  {
    does: 'checks the signature only where there is one',
    handler: class extends EchatHandler {
      override prove(query: URLSearchParams) {
        if (query.has('signature')) super.prove(query)
      }
    },
    caughtBy: ['echat.no-signature'],
    also: ['echat.handshake-forged'],
  },
  {
    does: 'compares the first eight digits of the signature',
    handler: class extends EchatHandler {
      override prove(query: URLSearchParams) {
        if (!query.get('signature')?.startsWith(this.sign(query).slice(0, 8))) throw new Refused('signature')
      }
    },
    caughtBy: ['echat.forged-signature', 'echat.short-signature'],
    also: ['echat.handshake-forged', 'echat.forged-before-sound', 'echat.recovery', 'echat.parameter-twice'],
  },
  {
    does: 'takes a signature of any age',
    handler: class extends EchatHandler {
      override refuseOld() {
        // No limit is documented.
      }
    },
    caughtBy: ['echat.stale-timestamp', 'echat.future-timestamp'],
    also: ['echat.timestamp-no-number'],
  },
  {
    does: 'takes a signature as often as it comes, and trusts the data type beside it',
    handler: class extends EchatHandler {
      override refuseReplayed() {
        // The signature was right.
      }
    },
    caughtBy: ['echat.replayed-signature', 'echat.replayed-under-another-data-type'],
  },
  {
    does: 'takes plain XML where encryption was agreed',
    handler: class extends EchatHandler {
      override open(body: string) {
        return this.parse(body).Encrypt === undefined ? body : super.open(body)
      }
    },
    caughtBy: ['echat.no-downgrade'],
  },
  {
    does: 'does not look at the id at the end of the plaintext',
    handler: class extends EchatHandler {
      override decrypt(base64: string) {
        const { token, EncodingAESKey, appId } = this.account
        return new WXBizMsgCrypt(token, EncodingAESKey, appId).decrypt(base64).message
      }
    },
    caughtBy: ['echat.wrong-app-id'],
    also: [
      'echat.damaged-padding',
      'echat.damaged-end',
      'echat.no-padding-oracle',
      'echat.no-format-oracle',
      'echat.not-utf8',
    ],
  },
  {
    does: 'tells wrong padding from all else',
    handler: class extends EchatHandler {
      override decrypt(base64: string) {
        const key = Buffer.from(`${this.account.EncodingAESKey}=`, 'base64')
        const plain = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16))
          .setAutoPadding(false)
          .update(Buffer.from(base64, 'base64'))
        const last = plain.at(-1) ?? 0
        if (last < 1 || last > 32) throw new Error('bad padding')
        return super.decrypt(base64)
      }
    },
    caughtBy: ['echat.no-padding-oracle'],
    also: ['echat.no-format-oracle'],
  },
  {
    does: 'says why it refuses',
    handler: class extends EchatHandler {
      override refuse(...[response, reason]: Parameters<EchatHandler['refuse']>) {
        answer(response, 400, `${reason} ${(reason as Error).cause ?? ''}`)
      }
    },
    caughtBy: ['echat.no-format-oracle'],
  },
  {
    does: 'answers the echostr of whoever asks',
    handler: class extends EchatHandler {
      override prove(query: URLSearchParams) {
        if (query.get('dataType') !== 'checkUrl') super.prove(query)
      }
    },
    caughtBy: ['echat.handshake-forged'],
  },
]
