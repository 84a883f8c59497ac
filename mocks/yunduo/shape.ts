/** What Yunduo's choices change in a push before it is written, and which pushes they leave out. */
import type { TSchema } from '@sinclair/typebox'
import { contracts } from '../../schemas/contracts.ts'
import { yunduo as vendor } from '../../schemas/index.ts'
import { changing, type Message, type Reshape, type Reshapes } from '../shaping.ts'

type Numbers = ReadonlyMap<string, string>

/** The number of each name of a coded field: the two that mean the same in Chinese. */
function numbersOf(schema: TSchema): Numbers {
  const codes: TSchema[] = (schema.anyOf ?? []).filter((it: TSchema) => typeof it.const === 'string')
  const isNumber = ({ const: code }: TSchema) => /^\d+$/.test(code)
  const numbers = new Map(codes.filter(isNumber).map(it => [it.title, it.const]))
  const names = codes.filter(it => !isNumber(it) && numbers.has(it.title))
  return new Map(names.map(it => [it.const, numbers.get(it.title)]))
}

/** Every field that has both names and numbers, with its path. */
function codedFields(schema: TSchema, path: string): [path: string, numbers: Numbers][] {
  if (schema.type === 'array') return codedFields(schema.items, `${path}.*`)
  if (schema.type === 'object')
    return Object.entries(schema.properties as Record<string, TSchema>).flatMap(([name, field]) =>
      codedFields(field, path ? `${path}.${name}` : name),
    )
  const numbers = numbersOf(schema)
  return numbers.size ? [[path, numbers]] : []
}

const numbering = new Map(
  contracts(vendor, 'push').map(({ id, contract }) => [
    id,
    codedFields(contract.message, '').map(([path, numbers]) =>
      changing(path, (code: string) => numbers.get(code) ?? code),
    ),
  ]),
)

const numbered: Reshape = (message, push) =>
  (numbering.get(push) ?? []).reduce((changed, change) => change(changed), message)

/** Turned round before it is sorted, so that what was sent in one millisecond changes its order, too. */
const oldestFirst = changing('pushInfoCrmDTO.conversationList.*.conversationInfo', (messages: { sendtime: number }[]) =>
  messages.toReversed().sort((one, other) => one.sendtime - other.sendtime),
)

const withoutEmptyList = changing('pushInfoCrmDTO', (info: Message) => {
  const { conversationList, ...rest } = info
  return Array.isArray(conversationList) && conversationList.length === 0 ? rest : info
})

export const reshapes: Reshapes = {
  messageOrder: { oldestFirst },
  leaveMessageConversations: {
    absent: (message, push) => (push === 'leaveMessage' ? withoutEmptyList(message) : message),
  },
  conversationTimeUnit: {
    milliseconds: changing('pushInfoCrmDTO.conversationList.*.conversationTime', (time: number) => time * 1_000),
  },
  enumSpelling: { numbers: numbered },
}
