/** Handlers of the vendors that push JSON with one thing wrong, and the cases that have to catch it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Broken } from './broken.ts'
import { answer, type Customer, Refused } from './customers.ts'
import { EasyliaoHandler, SobotHandler, shared, YunduoHandler } from './leads.ts'

/** As MySQL does it to a column in utf8. */
function refuseFourBytes(message: unknown) {
  if (/[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(message))) throw new Error('Incorrect string value')
}

export const brokenYunduo: readonly Broken<typeof YunduoHandler>[] = [
  {
    does: 'answers the code as words',
    handler: class extends YunduoHandler {
      override acknowledge(response: ServerResponse) {
        answer(response, 200, '{"code":"ok","msg":"success"}', 'application/json')
      }
    },
    caughtBy: ['yunduo.conversation', 'yunduo.leaveMessage'],
    also: ['*'],
  },
  {
    does: 'answers as it answers Echat',
    handler: class extends YunduoHandler {
      override acknowledge(response: ServerResponse) {
        answer(response, 200, 'success')
      }
    },
    caughtBy: ['yunduo.conversation', 'yunduo.leaveMessage'],
    also: ['*'],
  },
  {
    does: 'takes messages of anybody',
    handler: class extends YunduoHandler {
      override admit() {
        // The document has no signature.
      }
    },
    caughtBy: ['yunduo.without-secret', 'yunduo.wrong-secret'],
    also: ['yunduo.*-secret', 'yunduo.stranger-*'],
  },
  {
    does: 'lets in who has any header of that name',
    handler: class extends YunduoHandler {
      override admit({ headers }: IncomingMessage) {
        if (!headers['x-shared-secret']) throw new Refused('shared secret')
      }
    },
    caughtBy: ['yunduo.wrong-secret'],
    also: ['yunduo.cut-secret', 'yunduo.longer-secret', 'yunduo.stranger-first'],
  },
  {
    does: 'cannot store emoji',
    handler: class extends YunduoHandler {
      override customersOf(message: unknown): Customer[] {
        refuseFourBytes(message)
        return super.customersOf(message)
      }
    },
    caughtBy: ['yunduo.emoji'],
    also: ['yunduo.unicode-escapes'],
  },
]

export const brokenEasyliao: readonly Broken<typeof EasyliaoHandler>[] = [
  {
    does: 'takes the id of the visitor for a number',
    handler: class extends EasyliaoHandler {
      override customersOf(message: unknown): Customer[] {
        return super.customersOf(message).map(it => ({ ...it, uname: String(Number(it.uname)) }))
      }
    },
    caughtBy: ['easyliao.visitor-id-with-zero'],
    saved: ['easyliao.visitor-id-with-zero'],
  },
  {
    does: 'saves a lead as often as it comes',
    handler: class extends EasyliaoHandler {
      protected override once = (_id: string, act: () => Promise<void>) => act()
    },
    caughtBy: ['easyliao.repeated', 'easyliao.repeated-at-once'],
    also: ['easyliao.repeated-byte-for-byte'],
    saved: ['easyliao.repeated*'],
  },
  {
    does: 'reads JSON alone',
    handler: class extends EasyliaoHandler {
      override parse(text: string) {
        try {
          return [JSON.parse(text)].flat()[0]
        } catch {
          throw new Refused('no JSON')
        }
      }
    },
    caughtBy: ['easyliao.as-form', 'easyliao.as-data-text'],
    also: ['easyliao.form-with-signs', 'easyliao.padded-keys-in-a-form'],
  },
  {
    does: 'compares the beginning of the agreed value',
    handler: class extends EasyliaoHandler {
      override admit({ headers }: IncomingMessage) {
        const given = String(headers['x-shared-secret'] ?? '')
        if (!shared['x-shared-secret'].startsWith(given)) throw new Refused('shared secret')
      }
    },
    caughtBy: ['easyliao.without-secret', 'easyliao.empty-secret', 'easyliao.cut-secret'],
    also: ['easyliao.stranger-copy'],
  },
  {
    does: 'takes the first piece for the whole body',
    handler: class extends EasyliaoHandler {
      override read(request: IncomingMessage) {
        return new Promise<string>(done => {
          request.once('data', piece => done(String(piece))).once('end', () => done(''))
        })
      }
    },
    caughtBy: ['easyliao.slow-sender'],
    also: ['easyliao.byte-order-mark', 'easyliao.one-mebibyte', 'easyliao.long-*'],
  },
]

export const brokenSobot: readonly Broken<typeof SobotHandler>[] = [
  {
    does: 'answers a code of its own',
    handler: class extends SobotHandler {
      override acknowledge(response: ServerResponse) {
        answer(response, 200, '{"code":200,"msg":"success"}', 'application/json')
      }
    },
    caughtBy: ['sobot.customerAdded', 'sobot.customerUpdated', 'sobot.customerMerged'],
    also: ['*'],
  },
  {
    does: 'checks no signature',
    handler: class extends SobotHandler {
      override admit() {
        // The document of the CRM has none.
      }
    },
    caughtBy: ['sobot.without-secret', 'sobot.wrong-secret'],
    also: ['sobot.*-secret', 'sobot.stranger-*'],
  },
  {
    does: 'expects one event in a message',
    handler: class extends SobotHandler {
      override customersOf(message: unknown): Customer[] {
        const customers = super.customersOf(message)
        if (customers.length !== 1) throw new Error(`${customers.length} events`)
        return customers
      }
    },
    caughtBy: ['sobot.several-events', 'sobot.twenty-events'],
    also: ['sobot.mixed-events', 'sobot.unknown-event-among-others'],
  },
  {
    does: 'takes msg_type for text, as it is in two of the three messages',
    handler: class extends SobotHandler {
      override customersOf(message: unknown): Customer[] {
        for (const { msg_type } of (message as { content: { msg_type: string }[] }).content) msg_type.trim()
        return super.customersOf(message)
      }
    },
    caughtBy: ['sobot.customerMerged'],
    also: [
      'sobot.*.numbers-as-in-the-table',
      'sobot.customerMerged.merged-with-itself',
      'sobot.other-order-of-kinds',
      'sobot.mixed-events',
      'sobot.merged-before-changed',
    ],
  },
  {
    does: 'acknowledges before it saves',
    handler: class extends SobotHandler {
      override async take(message: unknown) {
        super.take(message).catch(() => undefined)
      }
    },
    caughtBy: ['sobot.downstream-fails'],
    saved: ['sobot.downstream-fails'],
  },
]
