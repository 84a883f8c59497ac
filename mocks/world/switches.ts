/** Which choice a world has made for each assumption of the contracts. */
import type { Assumption, Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'

/** Vendor → assumption → choice; only what differs from the default. */
export type Choices = Record<string, Record<string, string>>

export interface Switches {
  /** The choice in force. A name that the vendor does not have is a fault of ours. */
  choice(vendor: Vendor, name: string): string
  /** Throws name-unknown, with the list, for an unknown vendor, name or choice; then nothing is switched. */
  switch(choices: Choices): void
  /** The same, and everything else back to its default. */
  load(choices: Choices): void
  /** Grows with every change, for who works something out of the choices. */
  readonly revision: number
  /** What was switched. */
  chosen(): Choices
}

/** `follows` names the assumptions of a vendor that the mock follows; another one is refused rather than ignored. */
export function createSwitches(vendors: readonly Vendor[], follows: (vendor: Vendor) => readonly string[]): Switches {
  let chosen: Choices = {}
  let revision = 0
  const refuseUnknowns = (choices: Choices) => {
    for (const [id, names] of Object.entries(choices)) {
      const vendor = vendors.find(it => it.id === id)
      if (!vendor)
        throw unknown(
          `There is no vendor ${id}`,
          id,
          vendors.map(it => it.id),
        )
      for (const [name, choice] of Object.entries(names)) refuseUnknown(vendor, name, choice, follows(vendor))
    }
  }
  return {
    choice(vendor, name) {
      const assumption = vendor.assumptions[name]
      if (!assumption) throw new Error(`${vendor.id} has no assumption ${name}`)
      return chosen[vendor.id]?.[name] ?? assumption.default
    },
    switch(choices) {
      refuseUnknowns(choices)
      const merged = Object.entries(choices).map(([id, names]) => [id, { ...chosen[id], ...names }])
      chosen = { ...chosen, ...Object.fromEntries(merged) }
      revision++
    },
    load(choices) {
      refuseUnknowns(choices)
      chosen = structuredClone(choices)
      revision++
    },
    get revision() {
      return revision
    },
    chosen: () => structuredClone(chosen),
  }
}

function refuseUnknown(vendor: Vendor, name: string, choice: unknown, followed: readonly string[]) {
  const assumption = Object.hasOwn(vendor.assumptions, name) ? vendor.assumptions[name] : undefined
  if (!assumption) throw unknown(`${vendor.id} has no assumption ${name}`, name, Object.keys(vendor.assumptions))
  if (!followed.includes(name) && choice !== assumption.default) {
    const known = followed.join(', ') || 'none'
    throw new KefuError('name-unknown', {
      detail: `The mock does not follow ${vendor.id}.${name} yet; it follows ${known}.`,
    })
  }
  if (typeof choice === 'string' && accepts(assumption, choice)) return
  const { choices, number } = assumption
  const several = number?.list ? ', or several parted by commas,' : ''
  const digits = number
    ? ` A whole number of ${number.unit}, at least ${number.minimum}${several} is accepted, too.`
    : ''
  throw new KefuError('name-unknown', {
    detail: `${vendor.id}.${name} has no choice ${JSON.stringify(choice)}; it has ${Object.keys(choices).join(', ')}.${digits}`,
  })
}

const accepts = ({ choices, number, default: chosen }: Assumption, choice: string) =>
  Object.hasOwn(choices, choice) ||
  choice === chosen ||
  (number !== undefined &&
    (number.list ? choice.split(',') : [choice]).every(it => /^\d{1,15}$/.test(it) && Number(it) >= number.minimum))

const unknown = (what: string, word: string, known: string[]) =>
  new KefuError('name-unknown', { detail: `${what}; ${nearest(word, known, known.length)}` })
