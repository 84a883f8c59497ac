/** Ajv, which knows nothing of our own check, judges requests and answers by the same schemas. */
import type { TSchema } from '@sinclair/typebox'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorCode, Operation, Vendor } from '../schemas/define.ts'

/** A request in the parts of its contract, as they stand on the wire: query and path are text. */
export interface Plain {
  headers: Record<string, string>
  query: Record<string, string>
  params: Record<string, string>
  /** Undefined when none is sent. */
  body: unknown
}

type Judge = (value: unknown) => boolean

function judge(schema: object): Judge {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false })
  // JSON Schema leaves it open whether text that holds JSON is judged. The contracts mean it; empty text is no value.
  ajv.removeKeyword('contentMediaType')
  ajv.addKeyword({
    keyword: 'contentMediaType',
    type: 'string',
    validate: (_: string, text: string) => text === '' || isJson(text),
  })
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema)))
  return value => validate(value) as boolean
}

/** Whether a request keeps to the contract: its credential, path, query and body. */
export function requestJudge(vendor: Vendor, contract: Operation): (call: Plain) => boolean {
  const { query = {}, params = {}, body } = contract
  const headers = {
    type: 'object',
    required: credentialHeaders(vendor, contract),
    additionalProperties: { minLength: 1 },
  }
  const required = ['headers', 'query', 'params', ...(body ? ['body'] : [])]
  const keeps = judge({ type: 'object', required, properties: { headers, query, params, ...(body && { body }) } })
  return call => keeps(asContractSees(vendor, contract, call))
}

export const credentialHeaders = ({ security = {} }: Vendor, { open }: Operation) =>
  Object.values(security).flatMap(it =>
    it.in === 'header' && (it.open ?? false) === (open ?? false) && !it.optional ? it.name : [],
  )

/** Digits of a query are numbers where the contract has numbers; a part of the path that is empty is none, or stands in the query. */
function asContractSees(vendor: Vendor, contract: Operation, { headers, query, params, body }: Plain) {
  const names = Object.keys(contract.params?.properties ?? {})
  const inPath = names.map(name => [name, params[name] || query[name] || undefined])
  const fields: Record<string, TSchema> = contract.query?.properties ?? {}
  const read = Object.entries(query).map(([name, value]) => [
    name,
    numeric(fields[name]) && /^-?\d+$/.test(value) ? Number(value) : value,
  ])
  // A default comes before what is missing.
  const defaults = Object.entries(fields).flatMap(([name, it]) =>
    it.default === undefined ? [] : [[name, it.default]],
  )
  // OkayAPI pours query and body into one bag: no body at all adds as little to it as an empty one.
  const sent = body === undefined && vendor.id === 'okayapi' ? {} : body
  return { headers, query: Object.fromEntries([...defaults, ...read]), params: Object.fromEntries(inPath), body: sent }
}

const numeric = (schema: TSchema = {} as TSchema): boolean =>
  schema.type === 'integer' || (schema.anyOf?.length > 0 && (schema.anyOf as TSchema[]).every(numeric))

export interface Answer {
  statusCode: number
  headers: Record<string, unknown>
  body: string
}

/** Of a success nothing; of a refusal its code and words, and whether the contract says that this operation answers that code. */
export interface Outcome {
  code?: ErrorCode
  words?: string
  stated?: boolean
}

/** Reads an answer. Throws unless it is the success of the contract, or a refusal with a code of the vendor's catalogue. */
export function answerJudge(vendor: Vendor, contract: Operation): (answer: Answer, call: Plain) => Outcome {
  const { schema, code, message } = vendor.failure as NonNullable<Vendor['failure']>
  const [succeeds, fails] = [judge(contract.reply), judge(schema)]
  const bare = contract.reply.properties.data && judge(contract.reply.properties.data)
  const known = new Set(vendor.errors.map(it => it.code))
  const stated = codesOf(vendor, contract)
  return ({ statusCode, headers, body }, { query }) => {
    if (statusCode >= 500) throw new Error(`HTTP ${statusCode}: ${body}`)
    if (headers['content-type'] !== 'application/json; charset=utf-8')
      throw new Error(`${headers['content-type']}: ${body}`)
    const value = JSON.parse(body)
    if (succeeds(value)) return {}
    if (fails(value)) {
      if (!known.has(value[code])) throw new Error(`a code that the vendor does not document: ${body}`)
      // Both vendors answer HTTP 200 where another would answer 500.
      if (value[code] === 500 || /defect of kefu-kit/.test(value[message])) throw new Error(`a defect: ${body}`)
      return { code: value[code], words: value[message], stated: stated.has(value[code]) }
    }
    if (query.return_data === '1' && bare?.(value)) return {}
    throw new Error(`neither the success nor a failure of the contract: ${body}`)
  }
}

/** The codes that an operation can answer, by its contract and by the catalogue. */
const codesOf = ({ errors }: Vendor, { fails = [], open }: Operation) =>
  new Set([
    ...fails,
    ...errors.filter(it => it.everywhere === true || (it.everywhere === 'guarded' && !open)).map(it => it.code),
  ])

function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
