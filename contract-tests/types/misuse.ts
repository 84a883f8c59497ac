/** Compiles only while each misuse below is an error of the compiler. Judged by types.test.ts. */
import { Type as T } from '@sinclair/typebox'
import { codes, text } from '../../schemas/atoms.ts'
import { defineOperation, definePush } from '../../schemas/define.ts'
import {
  client,
  echat,
  isFailureOf,
  okayapi,
  okayapiClient,
  receiver,
  sobot,
  sobotClient,
  type UnknownCode,
} from '../../src/index.ts'

const Message = T.Object({
  id: text('编号', 'Id.'),
  mode: T.Optional(codes('方式', 'How.', { a: ['甲', 'first'], b: ['乙', 'second'] })),
})
const push = { title: '示例', summary: 'Example', doc: '1', match: {}, message: Message }
const operation = { title: '示例', summary: 'Example', doc: '1', method: 'GET', path: '/x', reply: Message } as const

definePush({ ...push, examples: { sound: { id: '1', mode: 'a' } } })
// @ts-expect-error a required field is missing
definePush({ ...push, examples: { wrong: { mode: 'a' } } })
// @ts-expect-error a field has another type
definePush({ ...push, examples: { wrong: { id: 1 } } })
// @ts-expect-error a code is not in the list
definePush({ ...push, examples: { wrong: { id: '1', mode: 'c' } } })
// @ts-expect-error a variant is judged like an example
definePush({ ...push, examples: {}, variants: { wrong: { id: 1 } } })

defineOperation({ ...operation, examples: { sound: { reply: { id: '1' } } } })
// @ts-expect-error the operation has no body
defineOperation({ ...operation, examples: { wrong: { body: {}, reply: { id: '1' } } } })
// @ts-expect-error the reply is missing
defineOperation({ ...operation, examples: { wrong: {} } })

// @ts-expect-error a field without a Chinese term and a description
text()

const secret = { token: 't', EncodingAESKey: 'k', appId: 'a', mode: 'plain' } as const
receiver(echat, { secret, on: { chatStart: message => message.chatData?.chatRecordId } })
// @ts-expect-error there is no such push
receiver(echat, { secret, on: { chatBegin() {} } })
// @ts-expect-error the message has no such field
receiver(echat, { secret, on: { chatStart: message => void message.chatDatum } })
// @ts-expect-error a credential is missing
receiver(echat, { secret: { token: 't' }, on: {} })

const api = client(sobot, { baseUrl: 'http://127.0.0.1', credentials: { appid: 'a', app_key: 'k', companyid: 'c' } })
api.labelGroupSave({ body: { name: 'VIP' } })
// @ts-expect-error the body is missing
api.labelGroupSave({})
// @ts-expect-error a field has another type
api.labelGroupSave({ body: { name: 1 } })
// @ts-expect-error there is no such operation
api.labelGroupStore({})

const zhichi = sobotClient({ appid: 'a', appKey: 'k', baseUrl: 'http://127.0.0.1' })
// @ts-expect-error the key is missing
sobotClient({ appid: 'a', baseUrl: 'http://127.0.0.1' })
// @ts-expect-error there is no such transport
okayapiClient({ appKey: 'k', appSecrect: 's', baseUrl: 'http://127.0.0.1', transport: 'axios' })
// @ts-expect-error there is no such option
zhichi.sourceList({}, { retries: 3 })

export async function paged() {
  for await (const customer of zhichi.each.customerListByPage({ query: { isblack: '0' } }, { pageSize: 50 })) {
    const id: string = customer.id
    // @ts-expect-error a customer has no such field
    void customer.name_of_customer
    void id
  }
  // @ts-expect-error it does not page
  zhichi.each.sourceList()
}

/** Every code of the catalogue has its case. */
export function handled(error: unknown): string | undefined {
  if (!isFailureOf(okayapi, error)) return undefined
  switch (error.code) {
    case 400:
    case 401:
    case 402:
    case 404:
    case 406:
    case 407:
      return error.cure
    case 500:
      return 'later'
    default:
      error.code satisfies UnknownCode
      return error.said
  }
}

/** One code was forgotten. */
export function forgotten(error: unknown): string | undefined {
  if (!isFailureOf(okayapi, error)) return undefined
  switch (error.code) {
    case 400:
    case 401:
    case 402:
    case 404:
    case 406:
      return error.cure
    case 500:
      return 'later'
    default:
      // @ts-expect-error 407 has no case
      error.code satisfies UnknownCode
      return error.said
  }
}

/** Codes of text, of which one was forgotten, too. */
export function label(error: unknown): string | undefined {
  if (!isFailureOf(sobot, error)) return undefined
  switch (error.code) {
    case '510002':
    case '510003':
      return 'taken'
    default:
      // @ts-expect-error many codes have no case
      error.code satisfies UnknownCode
      return error.message
  }
}
