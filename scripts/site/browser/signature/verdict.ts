/** What is said about a signature or an encrypted message, as HTML. */
import type { Difference, Explanation } from '../../../../src/explain/signature.ts'
import { type Html, html } from '../../html.ts'
import type { Both, Language } from '../../page.ts'
import { toldIn, verdicts } from './words.ts'

const labels = {
  result: { en: 'The signature is', zh: '签名为' },
  opens: { en: 'It opens.', zh: '可以解开。' },
  closed: { en: 'It does not open, and this is why:', zh: '解不开，原因如下：' },
  cure: { en: 'What to do:', zh: '怎么做：' },
  differs: { en: 'First difference at digit', zh: '首个不同的位置' },
  expected: { en: 'expected', zh: '应为' },
  got: { en: 'came', zh: '收到' },
} satisfies Record<string, Both>

interface Said {
  explanation: Explanation | undefined
  /** The right signature. */
  result?: string
}

/** Without a signature that came, the right one alone. */
export function verdictOf({ explanation, result }: Said, language: Language): Html {
  if (!explanation)
    return html`${result !== undefined && html`<p>${labels.result[language]} <code>${result}</code></p>`}`
  const { verdict, differs } = explanation
  const found = toldIn(language, explanation)
  return html`<p class="${verdict}" data-verdict="${verdict}"><strong>${sentence(explanation, language)}</strong></p>
${found.map(
  ({ id, what, cure }) => html`<p data-mistake="${id}">${what}<br>${labels.cure[language]} ${cure}</p>`,
)}${differs && difference(differs, language)}`
}

const sentence = ({ scheme, verdict }: Explanation, language: Language) =>
  scheme === 'echat envelope' ? labels[verdict === 'right' ? 'opens' : 'closed'][language] : verdicts[verdict][language]

const difference = ({ at, expected, got }: Difference, language: Language) =>
  html`<p>${labels.differs[language]} ${at + 1}: ${labels.expected[language]} <code>…${expected}…</code>, ${labels.got[language]} <code>…${got}…</code></p>`
