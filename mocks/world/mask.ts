/** Hides what should not be read by everybody: secrets of a world, signatures, telephone numbers. */
import type { World } from './world.ts'
import { everyVendor } from './world.ts'

const HIDDEN = '••••'

/** Names of parameters and fields that prove something, whatever their value. */
const PROOFS = [
  '_auth',
  ...new Set(everyVendor.flatMap(it => Object.values(it.security ?? {}).map(({ name }) => name))),
]
const inJson = new RegExp(`("(?:${PROOFS.join('|')})":\\s*")[^"]+(?=")`, 'g')
const inQuery = new RegExp(`((?:^|[?&])(?:${PROOFS.join('|')})=)[^&#\\s]+`, 'g')
/** Mobile numbers of China; the first three digits tell the carrier only. */
const PHONE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g

/** A function that masks texts of this world. */
export function maskOf(world: World): (text: string) => string {
  const own = everyVendor.flatMap(it => Object.values(world.credentials(it)))
  const agreed = world.outbox.endpoints
    .all()
    .flatMap(it => [it.secret, it.headers, it.query].flatMap(them => Object.values(them ?? {})))
  const values = [...own, ...agreed].filter(it => it.length > 7)
  const secrets = new RegExp([...values, `${world.mark}[0-9a-f]{24}`].map(escaped).join('|'), 'g')
  return text =>
    text
      .replace(secrets, HIDDEN)
      .replace(inJson, `$1${HIDDEN}`)
      .replace(inQuery, `$1${HIDDEN}`)
      .replace(PHONE, `$1${HIDDEN}$2`)
}

const escaped = (text: string) => text.replace(/[.*+?^$()|\\/]/g, '\\$&')

/** The same value with every text in it masked; names of fields stay, values of proofs go. */
export function masked<T>(value: T, mask: (text: string) => string): T {
  if (typeof value === 'string') return mask(value) as T
  if (Array.isArray(value)) return value.map(it => masked(it, mask)) as T
  if (typeof value !== 'object' || value === null) return value
  const hidden = ([name, it]: [string, unknown]) => [
    name,
    PROOFS.includes(name) && typeof it === 'string' && it ? HIDDEN : masked(it, mask),
  ]
  return Object.fromEntries(Object.entries(value).map(hidden)) as T
}
