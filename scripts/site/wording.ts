/** The prose about a vendor in the language of the page, in one shape: from the contracts in English, from `zh/` and the contracts in Chinese. */
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import type { Language } from './page.ts'
import { words } from './zh/index.ts'
import { errorKey } from './zh/missing.ts'
import type { ContractWords, ErrataWords, ErrorWords, VendorWords } from './zh/words.ts'

/** What lacks its Chinese stands there in English; the build fails on it (`zh/missing.ts`). */
export function wordingOf(vendor: Vendor, language: Language): VendorWords {
  const english = inEnglish(vendor)
  const chinese = words[vendor.id]
  if (language === 'en' || !chinese) return english
  return {
    ...english,
    ...chinese,
    errata: { ...english.errata, ...chinese.errata },
    assumptions: { ...english.assumptions, ...chinese.assumptions },
    errors: { ...english.errors, ...chinese.errors },
    contracts: { ...english.contracts, ...chinese.contracts },
    security: { ...english.security, ...chinese.security },
  }
}

function inEnglish(vendor: Vendor): VendorWords {
  const { summary, source, assumptions } = vendor
  return {
    summary,
    source,
    errata: Object.fromEntries(
      vendor.errata.map(({ id, says, reads, unmet }): [string, ErrataWords[string]] => [
        id,
        { says, reads, ...(unmet !== undefined && { unmet }) },
      ]),
    ),
    assumptions: Object.fromEntries(
      Object.entries(assumptions).map(([name, { question, choices, why, number }]) => [
        name,
        { question, choices, why, ...(number && { unit: number.unit }) },
      ]),
    ),
    errors: Object.fromEntries(
      vendor.errors.map((it): [string, ErrorWords[string]] => [
        errorKey(vendor, it),
        { cause: it.cause, cure: it.cure },
      ]),
    ),
    contracts: Object.fromEntries(
      [...contracts(vendor, 'operation'), ...contracts(vendor, 'push')].map(
        ({ id, contract }): [string, ContractWords[string]] => [
          id,
          {
            summary: contract.summary,
            ...(contract.description !== undefined && { description: contract.description }),
          },
        ],
      ),
    ),
    security: Object.fromEntries(Object.entries(vendor.security ?? {}).map(([name, it]) => [name, it.description])),
  }
}
