/** Where the cases that the vendors of JSON share find what they need in a message of the vendor. */
import type { Case } from '../../case.ts'

export interface Anatomy {
  vendor: string
  /** Section of the document that the message below stands in. */
  doc: string
  push: string
  /** Dotted path of a text that people write. */
  text: string
  /** Of an id that is text. */
  id: string
  /** Of a block inside the message. */
  block: string
  /** Of a field with codes, and one that no table has. */
  coded: string
  unknownCode: string
  /** What says that the table need not be complete. */
  unknownCodeSource: string
  /** What says, or keeps silent about, how a sender shows who it is. */
  proofSource: string
  /** What says how often a push comes that was not acknowledged. */
  repeatSource: string
}

/** The cases under one heading, by what is tried. */
export const under = (vendor: string, group: string, cases: Record<string, Omit<Case, 'id' | 'group'>>): Case[] =>
  Object.entries(cases).map(([name, rest]) => ({ id: `${vendor}.${name}`, group, ...rest }))
