/** The calculator at work: computes whenever something is typed, and asks the doctor once nobody has typed for a moment. */

import type { Vendor } from '../../../schemas/define.ts'
import { explainEnvelope } from '../../../src/explain/envelope.ts'
import { explain } from '../../../src/explain/explain.ts'
import { schemes } from '../../../src/explain/schemes.ts'
import type { Explanation } from '../../../src/explain/signature.ts'
import type { Language } from '../page.ts'
import { envelopeSteps } from './signature/envelope.ts'
import { envelopeAsked, type Form, forms, type Values } from './signature/forms.ts'
import { resultOf, stepsOf } from './signature/steps.ts'
import { verdictOf } from './signature/verdict.ts'

/** Milliseconds without typing after which something is said, so that nobody hears every letter. */
const PAUSE = 400

const part = document.querySelector<HTMLElement>('.calculator')
const language: Language = part?.dataset.language === 'zh' ? 'zh' : 'en'

/** Nothing where no signature was pasted. */
function explained(form: Form, values: Values): Explanation | undefined {
  if (!values[form.came.name]) return undefined
  const { http, secret } = form.asked(values)
  const kind = schemes[form.vendor]?.find(it => it.name === form.scheme)?.kind
  return explain({ id: form.vendor } as Vendor, http, secret, { as: kind }).find(it => it.scheme === form.scheme)
}

interface Said {
  explanation: Explanation | undefined
  result?: string
}

function start(id: string, steps: (values: Values) => { text: string }, said: (values: Values) => Said) {
  const form = document.getElementById(id)
  if (!(form instanceof HTMLFormElement)) return
  const [outcome, verdict] = ['.outcome', '.verdict'].map(it => form.querySelector(it) as HTMLElement) as [
    HTMLElement,
    HTMLElement,
  ]
  let waiting: ReturnType<typeof setTimeout> | undefined
  const say = () => {
    verdict.innerHTML = verdictOf(said(valuesOf(form)), language).text
  }
  const compute = () => {
    outcome.innerHTML = steps(valuesOf(form)).text
    clearTimeout(waiting)
    waiting = setTimeout(say, PAUSE)
  }
  form.addEventListener('input', compute)
  compute()
}

/** What is typed into several lines comes with the line ends of its sender, as far as the browser keeps them. */
const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    Array.from(form.elements).flatMap(it =>
      it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement ? [[it.name, it.value]] : [],
    ),
  )

for (const form of forms) {
  start(
    form.id,
    values => stepsOf(form, values, language),
    values => ({ explanation: explained(form, values), result: resultOf(form, values) }),
  )
}
start(
  'envelope',
  values => envelopeSteps(values, language),
  values => {
    const { http, secret } = envelopeAsked(values)
    return { explanation: explainEnvelope(http, secret) }
  },
)

// Tests wait for it, and styles may.
document.documentElement.dataset.calculator = 'ready'
