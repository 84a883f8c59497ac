/** PhalApi's rules for parameters, read off the contracts: defaults, what is missing, types, limits, codes, JSON. */
import type { TObject, TSchema } from '@sinclair/typebox'
import type { Operation } from '../../schemas/define.ts'
import { okayapi as vendor } from '../../schemas/index.ts'
import { paging } from '../../schemas/okayapi/common.ts'
import { Failure } from '../behaviour.ts'
import { messageOf } from '../refusals.ts'
import type { World } from '../world/world.ts'
import { leavesOf } from './convert.ts'
import { type Context, formatters, type Kind, type Rule } from './formatters.ts'
import type { Parameters, Sent } from './request.ts'

export interface Ruled {
  query: Record<string, unknown>
  /** Undefined when the contract has none. */
  body: Record<string, unknown> | undefined
}

/** Ends the call with 400 and that sentence. */
export function refuse(sentence: string): never {
  throw new Failure(400, messageOf(vendor, 400) + sentence)
}

/** The parameters as the contract has them. What had to be put up with is noted, or refused in a strict world. */
export function applyRules(contract: Operation, { parameters, typed }: Sent, world: World, notes: string[]): Ruled {
  const context: Context = {
    choice: name => world.switches.choice(vendor, name),
    typed,
    remark: (note, sentence) => (world.strict ? refuse(sentence) : void notes.push(note)),
    refuse,
  }
  const rules = rulesOf(contract)
  const ruled: Ruled = { query: {}, body: contract.body && {} }
  for (const rule of rules.values()) {
    const value = settle(rule, parameters, context)
    if (value !== undefined) (ruled[rule.part] as Record<string, unknown>)[rule.name] = value
  }
  remarkUnknowns(Object.keys(parameters), rules, context)
  return ruled
}

const compiled = new WeakMap<Operation, Map<string, Rule>>()

/** One rule a parameter, in the order of the table. */
function rulesOf(contract: Operation): Map<string, Rule> {
  const before = compiled.get(contract)
  if (before) return before
  const rules = (['query', 'body'] as const).flatMap(part => rulesIn(part, contract[part]))
  const made = new Map(rules.map(rule => [rule.name, rule]))
  compiled.set(contract, made)
  return made
}

const rulesIn = (part: Rule['part'], fields: TObject | undefined): Rule[] =>
  Object.entries(fields?.properties ?? {}).map(([name, schema]) => ({
    name,
    part,
    required: fields?.required?.includes(name) ?? false,
    unstated: Object.hasOwn(paging, name) && schema.default === undefined,
    ...kindOf(name, schema),
  }))

/** Three tables name page and perpage without type, default and limits; the others state them. */
function kindOf(name: string, schema: TSchema): { kind: Kind; schema: TSchema } {
  if (Object.hasOwn(paging, name)) return { kind: 'integer', schema: paging[name as keyof typeof paging] }
  const leaves = leavesOf(schema)
  if (leaves.some(it => it.contentMediaType === 'application/json')) return { kind: 'json', schema }
  if (leaves.some(it => it.type === 'string' && it.const === undefined)) return { kind: 'text', schema }
  return { kind: leaves.every(it => it.const !== undefined) ? 'code' : 'integer', schema }
}

/** Defaults come before what is missing, unless the world reads the table to the letter. */
function settle(rule: Rule, parameters: Parameters, context: Context): unknown {
  const { name, required } = rule
  const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (given !== undefined && given !== null) return formatters[rule.kind](rule, given, context)
  if (given === null) context.remark(`${name} is null; it counts as missing`, `${name}非法输入，不能为null`)
  const chosen = defaultOf(rule, context)
  const lost = required && (chosen === undefined || context.choice('requiredRules') === 'table')
  return lost ? refuse(`缺少必要参数${name}`) : chosen
}

/** An update keeps the columns that it leaves out, so their defaults are left to a creation. */
const defaultsOfCreation = ['block_index']

function defaultOf({ name, schema, unstated }: Rule, { choice }: Context): unknown {
  const none = defaultsOfCreation.includes(name) || (unstated && choice('unstatedPaging') === 'all')
  return none ? undefined : schema.default
}

/** They belong to the platform, not to an operation: the service, the tester's time, cross-origin calls, JSONP. */
const platform = ['s', 'service', '_timestamp', 'yesapi_allow_origin', 'callback']

const MOST = 20

function remarkUnknowns(names: string[], rules: Map<string, Rule>, { remark }: Context) {
  const unknown = names.filter(it => !rules.has(it) && !platform.includes(it)).map(it => it.slice(0, 100))
  for (const name of unknown.slice(0, MOST)) remark(`unknown parameter ${name}`, `未知参数${name}`)
}
