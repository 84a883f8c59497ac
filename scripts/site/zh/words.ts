/** The shapes of what the site says in Chinese: only what is our own prose. Terms, headings and meanings of codes stand in the contracts. */

/** By id of the erratum. */
export type ErrataWords = Record<string, { says: string; reads: string; unmet?: string }>

/** By name of the assumption; every choice has its sentence. */
export type AssumptionWords = Record<
  string,
  { question: string; choices: Record<string, string>; why: string; unit?: string }
>

/** By code; where a catalogue has a code twice, by code and message with a blank between them. */
export type ErrorWords = Record<string, { cause: string; cure: string }>

/** By id of the contract. */
export type ContractWords = Record<string, { summary: string; description?: string }>

/** All that is said of a vendor. */
export interface VendorWords extends OwnWords {
  contracts: ContractWords
}

/** What is written here; the words of a contract stand beside it, in `schemas/`. */
export interface OwnWords {
  summary: string
  source: string
  errata: ErrataWords
  assumptions: AssumptionWords
  errors: ErrorWords
  /** By name, of `security`. */
  security: Record<string, string>
}
