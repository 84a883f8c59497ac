/** Handlers of Echat's pushes that read them wrong, and the cases that have to catch it. */
import { createDecipheriv } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { XMLParser } from 'fast-xml-parser'
import type { Broken } from './broken.ts'
import { bytesOf, Refused, unlessRefused } from './customers.ts'
import { EchatHandler, type Fields, sound } from './echat.ts'

const known = ['msgId', 'tm', 'chatStatus', 'myData', 'metaData', 'visitorData', 'routeData', 'chatData', 'Encrypt']

export const misread: readonly Broken<typeof EchatHandler>[] = [
  {
    does: 'leaves the padding to node, which knows blocks of 16 bytes',
    handler: class extends EchatHandler {
      override decrypt(base64: string) {
        const key = Buffer.from(`${this.account.EncodingAESKey}=`, 'base64')
        const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16))
        const plain = unlessRefused(() => Buffer.concat([cipher.update(base64, 'base64'), cipher.final()]))
        const end = 20 + plain.readUInt32BE(16)
        if (plain.toString('utf8', end) !== this.account.appId) throw new Refused('appId')
        return plain.toString('utf8', 20, end)
      }
    },
    caughtBy: ['echat.every-padding-length'],
    also: ['*'],
  },
  {
    does: 'counts characters where the envelope counts bytes',
    handler: class extends EchatHandler {
      override decrypt(base64: string) {
        const xml = super.decrypt(base64)
        return xml.slice(0, Math.max(0, 2 * xml.length - Buffer.byteLength(xml)))
      }
    },
    caughtBy: ['echat.chatStart'],
    also: ['*'],
  },
  {
    does: 'takes ids for numbers',
    handler: class extends EchatHandler {
      override take(dataType: string, fields: Fields) {
        return super.take(dataType, { ...fields, msgId: String(Number(fields.msgId)) })
      }
    },
    caughtBy: ['echat.leading-zero-id', 'echat.nineteen-digit-id'],
    saved: ['echat.leading-zero-id', 'echat.nineteen-digit-id'],
  },
  {
    does: 'finds fields with regular expressions',
    handler: class extends EchatHandler {
      override parse(xml: string): Fields {
        const fields = [...xml.matchAll(/<(\w+)><!\[CDATA\[(.*?)\]\]><\/\1>/gs)].map(([, name, text]) => [name, text])
        return Object.fromEntries(fields)
      }
    },
    caughtBy: ['echat.cdata-end', 'echat.encrypted-without-cdata'],
    saved: ['echat.cdata-end'],
    also: [
      'echat.damaged-beginning',
      'echat.not-xml',
      'echat.cut-off-text',
      'echat.closed-wrongly',
      'echat.doctype',
      'echat.no-format-oracle',
    ],
  },
  {
    does: 'leaves references as they stand',
    handler: class extends EchatHandler {
      protected override parser = new XMLParser({ ...sound, processEntities: false })
    },
    caughtBy: ['echat.escaped-text', 'echat.escaped-markup'],
    saved: ['echat.escaped-text', 'echat.escaped-markup'],
  },
  {
    does: 'resolves what a DOCTYPE declares',
    handler: class extends EchatHandler {
      override parse(xml: string): Fields {
        return unlessRefused(() => this.parser.parse(xml, true)).xml
      }
    },
    caughtBy: ['echat.doctype'],
  },
  {
    does: 'fails on a field that it does not know',
    handler: class extends EchatHandler {
      override customerOf(dataType: string, fields: Fields) {
        const odd = Object.keys(fields).filter(it => dataType === 'chatStart' && !known.includes(it))
        if (odd.length) throw new Error(`unknown field ${odd[0]}`)
        return super.customerOf(dataType, fields)
      }
    },
    caughtBy: ['echat.unknown-field'],
    also: ['echat.unknown-nested-field'],
  },
  {
    does: 'refuses a data type that it does not know',
    handler: class extends EchatHandler {
      override customerOf(dataType: string, fields: Fields) {
        if (!/^(chat|robot|visitor|crm|leave|company|skill|staff|route|keyword)/.test(dataType))
          throw new Refused('data type')
        return super.customerOf(dataType, fields)
      }
    },
    caughtBy: ['echat.unknown-data-type'],
  },
  {
    does: 'decodes the body by the charset of its content type',
    handler: class extends EchatHandler {
      override async read(request: IncomingMessage) {
        const charset = /charset=([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8'
        return new TextDecoder(charset).decode(await bytesOf(request))
      }
    },
    caughtBy: ['echat.content-type-wrong-charset', 'echat.content-type-latin'],
    mode: 'plain',
    saved: ['echat.content-type-*'],
    also: ['echat.not-utf8'],
  },
  {
    does: 'takes the first piece for the whole body',
    handler: class extends EchatHandler {
      override read(request: IncomingMessage) {
        return new Promise<string>(done => {
          request.once('data', piece => done(String(piece))).once('end', () => done(''))
        })
      }
    },
    caughtBy: ['echat.slow-sender'],
    also: ['echat.long-text', 'echat.one-mebibyte'],
  },
  {
    does: 'reads XML only where the header says so',
    handler: class extends EchatHandler {
      override async read(request: IncomingMessage) {
        const type = request.headers['content-type'] ?? ''
        if (!type.startsWith('text/xml')) throw new Refused('content type')
        return super.read(request)
      }
    },
    caughtBy: ['echat.no-content-type', 'echat.content-type-application-xml'],
    also: ['echat.handshake*', 'echat.content-type-form'],
  },
]
