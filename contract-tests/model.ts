/** A simple model of what Sobot remembers: a few maps, and the rules of its document. It knows nothing of the mock. */

interface Group {
  name: string
  color: string
  multiple: 0 | 1
  created: number
  updated: number
}

interface Label {
  groupid: string
  name: string
  param: string
  created: number
  updated: number
}

interface Customer {
  nick: string
  tel: string
  status: number
  owner: string | undefined
  labels: string[]
  stage: string | undefined
}

/** Ids stand in the order in which they were made. */
export interface Model {
  /** Milliseconds since 1970. */
  now: number
  /** Token → when it ends. */
  tokens: Map<string, number>
  /** The one in use. */
  token: string
  groups: Map<string, Group>
  labels: Map<string, Label>
  customers: Map<string, Customer>
  /** Ids that were there once. */
  gone: string[]
  stages: readonly string[]
  /** Agents first, then a department, which owns nobody. */
  staff: readonly string[]
  agents: ReadonlySet<string>
  administrator: string
}

export const DAY = 86_400_000
export const WAITING = 2
export const FOLLOWED_UP = 3
export const PUBLIC_POOL = 4

/** Business type of an assignment → the state that a customer must be in. */
const origins: Record<string, number> = { 1: WAITING, 2: PUBLIC_POOL, 3: PUBLIC_POOL, 4: FOLLOWED_UP, 5: FOLLOWED_UP }

/** The codes of those reasons that hold: where there are several, the document does not say which is answered. */
export const reasons = (...all: [code: string, holds: boolean][]) => all.flatMap(([code, holds]) => (holds ? code : []))

export const expired = ({ tokens, token, now }: Model) => (tokens.get(token) ?? 0) <= now

const characters = (text: string) => [...new Intl.Segmenter().segment(text)].length
export const longerThan = (most: number, text = '') => characters(text) > most
export const blank = (text = '') => text.trim() === ''

/** Another thing than `own` has that name. */
export const taken = <T>(things: Map<string, T>, has: (thing: T) => boolean, own?: string) =>
  [...things].some(([id, thing]) => id !== own && has(thing))

export interface Standing {
  status?: number | undefined
  owner?: string | undefined
}

/** Why state and owner do not go together: only a customer who is followed up has an owner. */
export function standingReasons({ agents }: Model, { status, owner }: Standing, before?: Customer) {
  const state = status ?? before?.status ?? 1
  const followed = state === FOLLOWED_UP
  return reasons(
    ['999999', ![1, 2, 3, 4].includes(state)],
    ['400004', followed && !(owner ?? before?.owner)],
    ['999999', owner !== undefined && (!followed || !agents.has(owner))],
  )
}

export function standing({ status, owner }: Standing, before?: Customer): Pick<Customer, 'status' | 'owner'> {
  const state = status ?? before?.status ?? 1
  return { status: state, owner: state === FOLLOWED_UP ? (owner ?? before?.owner) : undefined }
}

/** Of a group that allows one label, the last one counts. */
export function carried({ groups, labels }: Model, ids: readonly string[]): string[] {
  const groupOf = (id: string) => labels.get(id)?.groupid ?? ''
  const last = (id: string) => ids.findLast(other => groupOf(other) === groupOf(id)) === id
  return [...new Set(ids.filter(id => groups.get(groupOf(id))?.multiple === 1 || last(id)))]
}

/** Customers lose the labels that are no more. */
export function removeLabels(model: Model, wanted: (label: Label, id: string) => boolean) {
  for (const [id, label] of [...model.labels]) {
    if (!wanted(label, id)) continue
    model.labels.delete(id)
    model.gone.push(id)
    for (const customer of model.customers.values()) customer.labels = customer.labels.filter(it => it !== id)
  }
}

export interface Assignment {
  customers: readonly string[]
  owners: readonly string[]
  type: string
}

export function assignmentReasons({ customers: all, agents }: Model, { customers, owners, type }: Assignment) {
  const chosen = customers.map(id => all.get(id))
  return reasons(
    ['400004', customers.length === 0 || owners.length === 0],
    ['999999', origins[type] === undefined || chosen.some(it => it?.status !== origins[type])],
    ['999999', owners.some(it => !agents.has(it))],
  )
}

/** A page of a list, and its counts. */
export function paged<T>(all: readonly T[], page: number, size: number) {
  return {
    items: all.slice((page - 1) * size, page * size),
    counts: { page_no: page, page_size: size, page_count: Math.ceil(all.length / size), total_count: all.length },
  }
}

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })
/** `2021-07-14 12:17:10`. */
export const localTime = (time: number) => beijing.format(time)
