/** The cases that follow from the contracts: every push and example, and every deviation that the documents themselves show. */
import { type Contract, contracts } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import type { Case } from '../case.ts'

export const everyMessage = (vendor: Vendor): Case[] =>
  contracts(vendor, 'push').flatMap(push => [
    ...Object.keys(push.contract.examples).map(name => exampleCase(vendor, push, name)),
    ...Object.keys(push.contract.variants ?? {}).map(name => variantCase(vendor, push, name)),
  ])

function exampleCase(vendor: Vendor, { id, contract }: Contract<'push'>, example: string): Case {
  const which = example === 'documented' ? '' : ` (${example})`
  return {
    id: `${vendor.id}.${id}${example === 'documented' ? '' : `.${named(example)}`}`,
    title: `${id} ${contract.title}${which} is acknowledged`,
    why: `${contract.summary}: what is not acknowledged is sent again, and lost in the end.`,
    source: contract.doc,
    severity: 'must',
    group: 'every push',
    steps: [{ send: { push: id, example }, expect: 'acknowledged' }],
  }
}

/** A deviation that the document shows is met sooner or later; some of them only in one form of the message. */
function variantCase(vendor: Vendor, { id, contract }: Contract<'push'>, variant: string): Case {
  const erratum = vendor.errata.find(it => it.variant === variant && it.touches.includes(id))
  return {
    id: `${vendor.id}.${id}.${named(variant)}`,
    title: `${id} with a deviation is acknowledged: ${variant}`,
    why: erratum
      ? `The document contradicts itself here, so either form may come: ${erratum.says}`
      : 'The document allows this form beside the one in its example.',
    source: erratum ? `erratum ${erratum.id}` : contract.doc,
    severity: 'should',
    group: 'every deviation',
    steps: [{ send: { push: id, example: variant }, expect: 'acknowledged' }],
  }
}

/** `gender as text` → `gender-as-text` */
const named = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
