/** Handlers of the three vendors that push JSON, as an integrator would write them. Each expects a header that was agreed. A broken one is the same with one method overridden. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { answer, bytesOf, type Customer, createOnce, Refused, type Save, textOf, unlessRefused } from './customers.ts'

/** The header that all of them expect; the vendors sign nothing by default. */
export const shared = { 'x-shared-secret': 'of these tests' }

export abstract class JsonHandler {
  readonly save: Save
  protected once = createOnce()

  constructor(save: Save) {
    this.save = save
  }

  readonly listener: RequestListener = async (request, response) => {
    try {
      this.admit(request)
      const message = this.parse(await this.read(request), request)
      await this.take(message)
      this.acknowledge(response)
    } catch (reason) {
      this.refuse(response, reason)
    }
  }

  admit({ headers }: IncomingMessage) {
    const digest = (text: string) => createHash('sha256').update(text).digest()
    const given = digest(String(headers['x-shared-secret']))
    if (!timingSafeEqual(given, digest(shared['x-shared-secret']))) throw new Refused('shared secret')
  }

  async read(request: IncomingMessage): Promise<string> {
    return textOf(await bytesOf(request))
  }

  parse(text: string, _request: IncomingMessage): unknown {
    const message = unlessRefused(() => JSON.parse(text))
    if (typeof message !== 'object' || message === null) throw new Refused('no object')
    return message
  }

  abstract customersOf(message: unknown): Customer[]

  /** The vendors give their messages no id: one that is the same in all its fields is the same. */
  keyOf(message: unknown): string {
    return JSON.stringify(message)
  }

  async take(message: unknown): Promise<void> {
    await this.once(this.keyOf(message), async () => {
      for (const customer of this.customersOf(message)) await this.save(customer)
    })
  }

  abstract acknowledge(response: ServerResponse): void

  refuse(response: ServerResponse, reason: unknown) {
    if (reason instanceof Refused) answer(response, 400, '{"code":400,"msg":"refused"}', 'application/json')
    else answer(response, 500, '{"code":500,"msg":"failed"}', 'application/json')
  }
}

interface Card {
  cardId?: string
  pushInfoCrmDTO?: { pushCardPropertyDTOList?: { fieldName?: string; propertyValue?: string }[] }
}

export class YunduoHandler extends JsonHandler {
  customersOf(message: unknown): Customer[] {
    const { cardId, pushInfoCrmDTO } = message as Card
    if (cardId === undefined) throw new Refused('no cardId')
    const fields = pushInfoCrmDTO?.pushCardPropertyDTOList ?? []
    const valueNamed = (name: string) => fields.find(it => it.fieldName === name)?.propertyValue ?? ''
    return [{ nick: valueNamed('name') || cardId, uname: cardId, tel: valueNamed('phone') }]
  }

  acknowledge(response: ServerResponse) {
    answer(response, 200, '{"code":200,"msg":"success"}', 'application/json')
  }
}

interface Lead {
  visitorStaticId?: string
  name?: string
  mobile?: string
  note?: string
}

export class EasyliaoHandler extends JsonHandler {
  /** A lead comes bare, in a list, as text in `data`, or as a form. */
  override parse(text: string, request: IncomingMessage): unknown {
    if (/form/.test(request.headers['content-type'] ?? '') && !/^\s*[[{]/.test(text))
      return Object.fromEntries(new URLSearchParams(text))
    const parsed = super.parse(text, request)
    const [only] = [parsed].flat() as { data?: unknown }[]
    return typeof only?.data === 'string' ? super.parse(only.data, request) : only
  }

  customersOf(message: unknown): Customer[] {
    const { visitorStaticId, name, mobile, note } = message as Lead
    if (!visitorStaticId) throw new Refused('no visitorStaticId')
    return [{ nick: name || 'lead', uname: String(visitorStaticId), tel: mobile ?? '', remark: note ?? '' }]
  }

  acknowledge(response: ServerResponse) {
    answer(response, 200, '{"success":true}', 'application/json')
  }
}

interface Change {
  userid?: string
  user_nick?: string
  user_tels?: string
  remark?: string
  msg_type?: string | number
}

export class SobotHandler extends JsonHandler {
  /** The customers go to the CRM of another company. */
  customersOf(message: unknown): Customer[] {
    const { content } = message as { content?: Change[] }
    if (!Array.isArray(content)) throw new Refused('no content')
    return content.map(({ userid = '', user_nick, user_tels = '', remark = '' }) => ({
      nick: user_nick || userid,
      uname: userid,
      tel: user_tels,
      remark,
    }))
  }

  acknowledge(response: ServerResponse) {
    answer(response, 200, '{"code":0,"msg":"success"}', 'application/json')
  }
}
