/** Handlers of Echat's pushes that do a message twice or not at all, or do not answer as it is asked, and the cases that have to catch it. */
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Broken } from './broken.ts'
import { answer } from './customers.ts'
import { EchatHandler, type Fields } from './echat.ts'

/** Milliseconds, more than the tests wait. */
export const LATE = 1_200

/** Requests that it means to stand at the same time. */
const MOST = 20

export const lossy: readonly Broken<typeof EchatHandler>[] = [
  {
    does: 'does a message as often as it comes',
    handler: class extends EchatHandler {
      protected override once = (_id: string, act: () => Promise<void>) => act()
    },
    caughtBy: ['echat.repeated', 'echat.repeated-at-once'],
    saved: ['echat.repeated*'],
    also: ['echat.repeated-byte-for-byte'],
  },
  {
    does: 'notes what is done once it is done, so that two at the same time are both done',
    handler: class extends EchatHandler {
      readonly done = new Set<string>()
      protected override once = async (id: string, act: () => Promise<void>) => {
        if (this.done.has(id)) return
        await act()
        this.done.add(id)
      }
    },
    caughtBy: ['echat.repeated-at-once'],
    saved: ['echat.repeated*'],
  },
  {
    does: 'notes a message as done before it is, and drops it when it comes again',
    handler: class extends EchatHandler {
      readonly done = new Set<string>()
      protected override once = async (id: string, act: () => Promise<void>) => {
        if (this.done.has(id)) return
        this.done.add(id)
        await act()
      }
    },
    caughtBy: ['echat.downstream-fails-again'],
    saved: ['echat.downstream-fails-again'],
  },
  {
    does: 'acknowledges before it stores',
    handler: class extends EchatHandler {
      override async take(dataType: string, fields: Fields) {
        super.take(dataType, fields).catch(() => undefined)
      }
    },
    caughtBy: ['echat.downstream-fails-again'],
    saved: ['echat.downstream-fails-again'],
  },
  {
    does: 'acknowledges what it could not store',
    handler: class extends EchatHandler {
      override refuse(...[response, reason]: Parameters<EchatHandler['refuse']>) {
        if (String(reason).includes('Sobot')) this.acknowledge(response)
        else super.refuse(response, reason)
      }
    },
    caughtBy: ['echat.downstream-fails-again'],
    saved: ['echat.downstream-fails-again'],
  },
  {
    does: 'acknowledges what it refuses, so that it is not sent again',
    handler: class extends EchatHandler {
      override refuse(response: ServerResponse) {
        this.acknowledge(response)
      }
    },
    caughtBy: ['echat.forged-signature', 'echat.not-xml'],
    also: ['*'],
  },
  {
    does: 'answers the word in quotes',
    handler: class extends EchatHandler {
      override acknowledge(response: ServerResponse) {
        answer(response, 200, '"success"', 'application/json')
      }
    },
    caughtBy: ['echat.chatStart'],
    also: ['*'],
  },
  {
    does: 'answers 201',
    handler: class extends EchatHandler {
      override acknowledge(response: ServerResponse) {
        answer(response, 201, 'success')
      }
    },
    caughtBy: ['echat.chatStart'],
    also: ['*'],
  },
  {
    does: 'answers 204',
    handler: class extends EchatHandler {
      override acknowledge(response: ServerResponse) {
        response.writeHead(204).end()
      }
    },
    caughtBy: ['echat.chatStart'],
    also: ['*'],
  },
  {
    does: 'answers an object of its own',
    handler: class extends EchatHandler {
      override acknowledge(response: ServerResponse) {
        answer(response, 200, '{"code":0,"msg":"success"}', 'application/json')
      }
    },
    caughtBy: ['echat.chatStart'],
    also: ['*'],
  },
  {
    does: 'refuses when many come at the same time',
    handler: class extends EchatHandler {
      under = 0
      override async take(dataType: string, fields: Fields) {
        this.under++
        try {
          if (this.under > MOST) throw new Error('overload')
          await super.take(dataType, fields)
        } finally {
          this.under--
        }
      }
    },
    caughtBy: ['echat.fifty-at-once'],
  },
  {
    does: 'does slow work before it answers',
    handler: class extends EchatHandler {
      override async take(dataType: string, fields: Fields) {
        await super.take(dataType, fields)
        if (dataType === 'chatStart') await pause(LATE)
      }
    },
    caughtBy: ['echat.chatStart', 'echat.acknowledged-in-time'],
    cases: ['echat.chatStart', 'echat.acknowledged-in-time', 'echat.handshake', 'echat.forged-signature'],
    timeout: LATE / 2,
  },
]
