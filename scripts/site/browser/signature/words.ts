/** What the doctor found, in the language of the page. */

import { signatureMistakes as signatureTable } from '../../../../src/explain/mistakes.ts'
import { envelopeMistakes as envelopeTable, keyMistakes } from '../../../../src/explain/mistakes-envelope.ts'
import type { Found } from '../../../../src/explain/search.ts'
import type { Explanation } from '../../../../src/explain/signature.ts'
import type { Both, Language } from '../../page.ts'
import { cures, details, type Pattern, sentences } from '../../zh/mistake-details.ts'
import { envelopeMistakes, signatureMistakes } from '../../zh/mistakes.ts'

export const verdicts: Readonly<Record<Explanation['verdict'], Both>> = {
  right: { en: 'It matches.', zh: '一致。' },
  mistaken: { en: 'It does not match, and this is why:', zh: '不一致，原因如下：' },
  unexplained: {
    en: 'It does not match, and no known mistake leads to it: compare every part with what the sender had, the secret first.',
    zh: '不一致，也不是任何已知错误的结果：请与发送方逐项比对，先比对密钥。',
  },
}

/** An English sentence that nobody has translated stays as it is; a test sees to it that there is none. */
export function toldIn(
  language: Language,
  { scheme, mistakes }: Pick<Explanation, 'scheme' | 'mistakes'>,
): readonly Found[] {
  return language === 'en' ? mistakes : mistakes.map(it => inChinese(it, scheme === 'echat envelope'))
}

type Row = Pick<Found, 'id' | 'what' | 'cure'>

function inChinese({ id, what, cure }: Found, envelope: boolean): Found {
  const table: readonly Row[] = envelope ? [...envelopeTable, keyMistakes('')] : signatureTable
  const words = envelope ? envelopeMistakes : signatureMistakes
  const rows = id.split('+').flatMap(one => table.find(it => it.id === one) ?? [])
  const told = split(what, rows)
  if (!told) return { id, what: filled(sentences, what), cure: filled(cures, cure) }
  const said = told.map(({ row, detail }) => {
    const [text = row.what] = words[row.id] ?? []
    return detail === undefined ? `${text}。` : `${text}：${filled(details, detail)}。`
  })
  const both = said.length > 1 ? `有两处错误。${said.join('')}` : said.join('')
  return { id, what: both, cure: rows.map(row => words[row.id]?.[1] ?? row.cure).join('') }
}

const TWO = 'Two mistakes. '

/** What of it comes from the rows of the table, and what was put behind them; undefined where it does not come from there. */
function split(what: string, rows: readonly Row[]): { row: Row; detail: string | undefined }[] | undefined {
  const [first, second] = rows
  const text = what.startsWith(TWO) ? what.slice(TWO.length) : what
  if (!first || !text.startsWith(first.what)) return undefined
  const end = second ? text.lastIndexOf(` ${second.what}`) : text.length
  const detailOf = (row: Row, said: string) => said.slice(row.what.length + 2, -1) || undefined
  return [
    { row: first, detail: detailOf(first, text.slice(0, end)) },
    ...(second ? [{ row: second, detail: detailOf(second, text.slice(end + 1)) }] : []),
  ]
}

/** What stands for `{}` is looked up in turn. */
export function filled(patterns: readonly Pattern[], text: string): string {
  for (const [english, chinese] of patterns) {
    const [, ...values] = expressionOf(english).exec(text) ?? [undefined]
    if (!expressionOf(english).test(text)) continue
    let at = 0
    return chinese.replaceAll('{}', () => filled(patterns, values[at++] ?? ''))
  }
  return text
}

const expressionOf = (english: string) =>
  new RegExp(
    `^${english
      .split('{}')
      .map(it => it.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&'))
      .join('(.+?)')}$`,
    's',
  )
