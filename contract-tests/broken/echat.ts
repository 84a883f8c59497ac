/** A handler of Echat's pushes as an integrator would write it, with node:http, wechat-crypto and fast-xml-parser. A broken one is the same with one method overridden. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { XMLParser } from 'fast-xml-parser'
import { answer, bytesOf, type Customer, createOnce, Refused, type Save, textOf, unlessRefused } from './customers.ts'

export interface Account {
  token: string
  EncodingAESKey: string
  appId: string
  mode: 'plain' | 'secure'
}

export type Fields = { [name: string]: string | Fields | undefined }

const WXBizMsgCrypt = createRequire(import.meta.url)('wechat-crypto')

/** Ids keep their digits, and references are resolved. */
export const sound = { parseTagValue: false, trimValues: false, htmlEntities: true }

const FIVE_MINUTES = 300_000

export class EchatHandler {
  readonly account: Account
  readonly save: Save
  protected parser = new XMLParser(sound)
  /** Requests by their signature. */
  protected readonly seen = new Map<string, string>()
  protected once = createOnce()

  constructor(account: Account, save: Save) {
    this.account = account
    this.save = save
  }

  readonly listener: RequestListener = async (request, response) => {
    try {
      const query = new URL(request.url ?? '/', 'http://handler').searchParams
      const body = await this.read(request)
      this.prove(query)
      this.refuseOld(query)
      if (query.get('dataType') === 'checkUrl') return answer(response, 200, query.get('echostr') ?? '')
      if (request.method !== 'POST') throw new Refused('method')
      this.refuseReplayed(query, body)
      await this.take(query.get('dataType') ?? '', this.parse(this.open(body)))
      this.acknowledge(response)
    } catch (reason) {
      this.refuse(response, reason)
    }
  }

  async read(request: IncomingMessage): Promise<string> {
    return textOf(await bytesOf(request))
  }

  sign(query: URLSearchParams): string {
    const parts = [this.account.token, query.get('timestamp') ?? '', query.get('nonce') ?? '']
    return createHash('sha1').update(parts.sort().join('')).digest('hex')
  }

  prove(query: URLSearchParams) {
    if (new Set(query.keys()).size !== query.size) throw new Refused('a parameter twice')
    const given = Buffer.from(query.get('signature') ?? '')
    const due = Buffer.from(this.sign(query))
    if (given.length !== due.length || !timingSafeEqual(given, due)) throw new Refused('signature')
  }

  refuseOld(query: URLSearchParams) {
    const timestamp = query.get('timestamp') ?? ''
    const at = Number(timestamp) * (timestamp.length > 10 ? 1 : 1_000)
    if (!(Math.abs(Date.now() - at) < FIVE_MINUTES)) throw new Refused('timestamp')
  }

  /** The signature covers neither body nor data type, so that it is good for one request only. */
  refuseReplayed(query: URLSearchParams, body: string) {
    const signature = query.get('signature') ?? ''
    const request = `${query} ${body}`
    if ((this.seen.get(signature) ?? request) !== request) throw new Refused('signature used')
    this.seen.set(signature, request)
  }

  /** The XML of the message, out of its envelope. */
  open(body: string): string {
    const { Encrypt } = this.parse(body)
    if (this.account.mode === 'plain' && Encrypt === undefined) return body
    if (this.account.mode === 'plain' || typeof Encrypt !== 'string') throw new Refused('mode')
    return this.decrypt(Encrypt)
  }

  decrypt(base64: string): string {
    const { token, EncodingAESKey, appId } = this.account
    const opened = unlessRefused(() => new WXBizMsgCrypt(token, EncodingAESKey, appId).decrypt(base64))
    // The library lets wrong padding and length pass; either leaves something else here than the id.
    if (opened.id !== appId) throw new Refused('appId')
    if (opened.message.includes('\uFFFD')) throw new Refused('not UTF-8')
    return opened.message
  }

  parse(xml: string): Fields {
    if (/<!DOCTYPE/i.test(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''))) throw new Refused('DOCTYPE')
    const { xml: fields } = unlessRefused(() => this.parser.parse(xml, true))
    if (typeof fields !== 'object') throw new Refused('no <xml>')
    return fields
  }

  /** Every message becomes an entry in the CRM, with the name, number and words that are in it. */
  customerOf(dataType: string, { msgId, metaData, crmData, chatData, chatSubjectMemo }: Fields): Customer {
    const person: Fields = { ...Object(metaData), ...Object(crmData) }
    return {
      nick: String(person.name || dataType).trim(),
      uname: String(msgId),
      tel: String(person.phone ?? ''),
      remark: String(chatSubjectMemo ?? Object(chatData).chatContent ?? ''),
    }
  }

  /** Does what the message asks for, however often it comes. */
  take(dataType: string, fields: Fields): Promise<void> {
    const customer = this.customerOf(dataType, fields)
    return this.once(`${dataType} ${fields.msgId ?? JSON.stringify(fields)}`, () => this.save(customer))
  }

  acknowledge(response: ServerResponse) {
    answer(response, 200, 'success')
  }

  /** One answer to all that is refused: whoever forges must not learn which check it failed. */
  refuse(response: ServerResponse, reason: unknown) {
    if (reason instanceof Refused) answer(response, 400, 'refused')
    else answer(response, 500, 'failed')
  }
}
