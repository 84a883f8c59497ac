/** Hides what should not be read by everybody: secrets of a world, signatures, telephone numbers. */
import type { World } from './world.ts'
import { everyVendor } from './world.ts'

const HIDDEN = '••••'

/** Names of parameters and fields that prove something, whatever their value. */
const PROOFS = [
  '_auth',
  ...new Set(everyVendor.flatMap(it => Object.values(it.security ?? {}).map(({ name }) => name))),
]
const inJson = new RegExp(`("(?:${PROOFS.join('|')})":\\s*")([^"]+)(?=")`, 'g')
const inQuery = new RegExp(`((?:^|[?&])(?:${PROOFS.join('|')})=)([^&#\\s]+)`, 'g')
/** Mobile numbers of China; the first three digits tell the carrier only. */
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g

/** What stands in the place of a secret; `kind` is the name of the field that held it, or what it is. */
export type Hide = (secret: string, kind: string) => string

/** Masks a text; one that was the value of a field of that name is masked whole where the field proves something. */
export type Mask = (text: string, field?: string) => string

const hidden: Hide = (secret, kind) => (kind === 'phone' ? `${secret.slice(0, 3)}${HIDDEN}${secret.slice(-4)}` : HIDDEN)

/** A function that masks texts of this world. */
export function maskOf(world: World, hide: Hide = hidden): Mask {
  const own = everyVendor.flatMap(it => Object.values(world.credentials(it)))
  const agreed = world.outbox.endpoints
    .all()
    .flatMap(it => [it.secret, it.headers, it.query].flatMap(them => Object.values(them ?? {})))
  const values = [...own, ...agreed].filter(it => it.length > 7)
  const secrets = new RegExp([...values, `${world.mark}[0-9a-f]{24}`].map(escaped).join('|'), 'g')
  const held = (_: string, name: string, secret: string) => name + hide(secret, /\w+/.exec(name)?.[0] ?? '')
  return (text, field = '') => {
    const without = text.replace(secrets, it => hide(it, 'token'))
    if (PROOFS.includes(field) && text) return hide(without, field)
    return without
      .replace(inJson, held)
      .replace(inQuery, held)
      .replace(PHONE, it => hide(it, 'phone'))
  }
}

const escaped = (text: string) => text.replace(/[.*+?^$()|\\/]/g, '\\$&')

/** The same value with every text in it masked; names of fields stay, values of proofs go. */
export function masked<T>(value: T, mask: Mask): T {
  if (typeof value === 'string') return mask(value) as T
  if (Array.isArray(value)) return value.map(it => masked(it, mask)) as T
  if (typeof value !== 'object' || value === null) return value
  const hiddenIn = ([name, it]: [string, unknown]) => [name, typeof it === 'string' ? mask(it, name) : masked(it, mask)]
  return Object.fromEntries(Object.entries(value).map(hiddenIn)) as T
}
