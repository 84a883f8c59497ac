/** A text of a request in which every secret stands as a reference, so that it can be written in any language. */
import { everyVendor } from '../world/world.ts'

/** A credential of the world, a token that is fetched, or a signature that is made anew over these texts. */
export type Reference =
  | { kind: 'credential'; vendor: string; name: string }
  | { kind: 'token' }
  | { kind: 'md5'; of: Text; upper: boolean }

export type Text = readonly (string | Reference)[]

/** What nobody issued, where the request had something that was wrong. */
export const WRONG = '0'.repeat(32)

const NAME = /‹([^‹›]+)›/

/** Reads a text in which secrets are named; `refer` tells what a name such as `token#1` stands for. */
export function textOf(named: string, refer: (name: string) => Text): Text {
  return named.split(NAME).flatMap((part, at) => (at % 2 ? referenceOf(part, refer) : part ? [part] : []))
}

function referenceOf(name: string, refer: (name: string) => Text): Text {
  const [, vendor = '', credential] = /^(\w+)\.(\w+)$/.exec(name) ?? []
  const known = everyVendor.some(it => it.id === vendor && Object.hasOwn(it.credentials.properties, credential ?? ''))
  return known && credential ? [{ kind: 'credential', vendor, name: credential }] : refer(name)
}

/** Every credential that the texts refer to, in the order of their first mention. */
export function credentialsIn(texts: readonly Text[]): { vendor: string; name: string }[] {
  const found = new Map<string, { vendor: string; name: string }>()
  const look = (text: Text) => {
    for (const it of text) {
      if (typeof it === 'string') continue
      if (it.kind === 'md5') look(it.of)
      if (it.kind === 'credential') found.set(`${it.vendor}.${it.name}`, { vendor: it.vendor, name: it.name })
    }
  }
  texts.forEach(look)
  return [...found.values()]
}

export const wantsToken = (texts: readonly Text[]) =>
  texts.some(text => text.some(it => typeof it !== 'string' && it.kind === 'token'))
