/**
 * Normal messages: whatever spelling a vendor chose, a code is text (the table's number, never a name), an id is text, a quantity
 * is a number, JSON inside text is parsed and each field has one name. Times and units are as they came.
 */
import type { Contract } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { type Block, type Plan, planOf } from './normal-plan.ts'

type Fields = Record<string, unknown>

/** What a field held before: three in a row are the path of the block or list around it, its key, and the value. */
type Changes = unknown[]

/**
 * The message as its contract's table has it; the same object where nothing changes. `raw` has each value that changed, by its
 * dotted path in the message as it came. It is made when it is first looked at, since it costs more than all the rest.
 */
export function normalised(
  vendor: Vendor,
  push: Contract<'push'>,
  message: unknown,
): { message: unknown; raw: Fields } {
  const changes: Changes = []
  const plan = planFor(vendor, push)
  const normalMessage = plan ? normal(message, plan, '', changes) : message
  let raw: Fields | undefined
  return {
    message: normalMessage,
    get raw() {
      raw ??= recorded(changes)
      return raw
    },
  }
}

function recorded(changes: Changes): Fields {
  const raw: Fields = {}
  for (let at = 0; at < changes.length; at += 3) raw[`${changes[at]}${changes[at + 1]}`] = changes[at + 2]
  return raw
}

const plans = new WeakMap<Contract['contract'], { plan: Plan | undefined }>()

function planFor(vendor: Vendor, { contract }: Contract<'push'>) {
  let made = plans.get(contract)
  if (!made) {
    // In XML, blanks around a value come from the one who wrote it down.
    made = { plan: planOf(contract.message, vendor.push?.contentType === 'text/xml') }
    plans.set(contract, made)
  }
  return made.plan
}

/** `path` leads into the value, with a dot at its end. What a single value was before, the object or list around it records. */
function normal(value: unknown, plan: Plan, path: string, changes: Changes): unknown {
  if (typeof value === 'string' && plan.content) return parsed(value, plan.content)
  if (typeof value === 'string' || typeof value === 'number') return plan.single ? plan.single(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return plan.items ? listed(value, plan.items, path, changes) : value
  const { blocks } = plan
  const block = blocks.length > 1 ? blocks.find(it => it.fits(value)) : blocks[0]
  return block ? blockwise(value as Fields, block, path, changes) : value
}

function listed(list: unknown[], plan: Plan, path: string, changes: Changes): unknown[] {
  let changed: unknown[] | undefined
  for (let index = 0; index < list.length; index++) {
    const before = list[index]
    const after = inside(before, plan, path, index, changes)
    if (after === before) continue
    changed ??= list.slice()
    changed[index] = after
  }
  return changed ?? list
}

function blockwise(block: Fields, { fields, spellings }: Block, path: string, changes: Changes): Fields {
  const spelt = spellings.length ? respelt(block, spellings, path, changes) : block
  let changed: Fields | undefined
  for (const key in spelt) {
    const plan = fields.get(key)
    if (!plan) continue
    const before = spelt[key]
    const after = inside(before, plan, path, key, changes)
    if (after === before) continue
    changed ??= { ...spelt }
    changed[key] = after
  }
  return changed ?? spelt
}

function inside(before: unknown, plan: Plan, path: string, key: string | number, changes: Changes): unknown {
  if (typeof before === 'object') return normal(before, plan, `${path}${key}.`, changes)
  const after = normal(before, plan, '', changes)
  if (after !== before) changes.push(path, key, before)
  return after
}

/** Text that is no JSON stays, as does JSON with an id that has lost digits on the way through a float. */
function parsed(text: string, plan: Plan): unknown {
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null && !losesDigits(content)
      ? normal(content, plan, '', [])
      : text
  } catch {
    return text
  }
}

const losesDigits = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isInteger(value) && !Number.isSafeInteger(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(losesDigits)

/** The spelling that counts; where both are filled and differ, neither is dropped. */
function respelt(block: Fields, spellings: Block['spellings'], path: string, changes: Changes): Fields {
  let spelt = block
  for (const [other, canonical] of spellings) {
    if (!Object.hasOwn(spelt, other)) continue
    const { [other]: value, ...rest } = spelt
    const twin = Object.hasOwn(rest, canonical) ? rest[canonical] : undefined
    if (isFilled(twin) && isFilled(value) && twin !== value) continue
    changes.push(path, other, value)
    if (twin === '' && isFilled(value)) changes.push(path, canonical, twin)
    spelt = isFilled(twin) ? rest : { ...rest, [canonical]: value }
  }
  return spelt
}

const isFilled = (value: unknown) => value !== undefined && value !== ''
