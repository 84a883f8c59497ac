/** What the site has not said in Chinese yet, or says of what is not there. The build fails while there is any. */
import { contracts } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import * as vendors from '../../../schemas/index.ts'
import { problems as english } from '../../../src/wire/errors.ts'
import { words } from './index.ts'
import { problems } from './problems.ts'

/** The texts of a tree by their paths. */
type Texts = Map<string, string>

/** Where a text may be nothing but spellings of the document, such as `expires_in`: as in English then, but for the full stop. */
const quoting = /^\w+\.errata\.\w+\.(says|reads)$/

/** Names such as `echat.errata.Q12.says`, sorted. A text lacks, is empty, is not Chinese, or is superfluous. */
export function missing(): string[] {
  const wanted = new Map([...Object.values(vendors).flatMap(it => [...wantedOf(it)]), ...wantedProblems()])
  const found = textsOf({ ...words, problems })
  const lacking = [...wanted].filter(([path, text]) => !said(path, found.get(path), text))
  const superfluous = [...found].filter(([path]) => !wanted.has(path))
  return [...lacking, ...superfluous].map(([path]) => path).sort()
}

function said(path: string, chinese = '', original = '') {
  if (/\p{Script=Han}/u.test(chinese)) return true
  const [own, quoted] = [spellings(chinese), spellings(original)]
  const copied = chinese.endsWith('.')
  return quoting.test(path) && !copied && quoted.every(it => /^\S+$/.test(it)) && own.join() === quoted.join()
}

/** The parts of a list, or the one part that there is, without the full stop. */
const spellings = (text: string) => text.replace(/[。.]$/, '').split(/[、,，] */)

/** Every English text of a vendor, by the path of its Chinese one. */
function wantedOf(vendor: Vendor): Texts {
  const all = [...contracts(vendor, 'operation'), ...contracts(vendor, 'push')]
  return textsOf({
    [vendor.id]: {
      summary: vendor.summary,
      source: vendor.source,
      errata: Object.fromEntries(vendor.errata.map(({ id, says, reads, unmet }) => [id, { says, reads, unmet }])),
      assumptions: Object.fromEntries(
        Object.entries(vendor.assumptions).map(([name, { question, choices, why, number }]) => [
          name,
          { question, choices, why, unit: number?.unit },
        ]),
      ),
      errors: Object.fromEntries(vendor.errors.map(it => [errorKey(vendor, it), { cause: it.cause, cure: it.cure }])),
      contracts: Object.fromEntries(
        all.map(({ id, contract: { summary, description } }) => [id, { summary, description }]),
      ),
      security: Object.fromEntries(
        Object.entries(vendor.security ?? {}).map(([name, { description }]) => [name, description]),
      ),
    },
  })
}

const wantedProblems = (): Texts =>
  textsOf({
    problems: Object.fromEntries(
      Object.entries(english).map(([code, [, sentence, cure]]) => [code, { sentence, cure }]),
    ),
  })

/** The key of an error in `ErrorWords`: its code, with the message where the catalogue has the code twice. */
export function errorKey({ errors }: Pick<Vendor, 'errors'>, { code, message }: Vendor['errors'][number]): string {
  return errors.filter(it => it.code === code).length > 1 ? `${code} ${message}` : String(code)
}

function textsOf(tree: object, path: readonly string[] = []): Texts {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] => {
      const at = [...path, key]
      if (value === undefined) return []
      return typeof value === 'string' ? [[at.join('.'), value]] : [...textsOf(value, at)]
    }),
  )
}
