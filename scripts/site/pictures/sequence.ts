/** Draws a sequence diagram: a lifeline for each vendor and one for the receiver, time going down. */
import { html } from '../html.ts'
import type { Both, Language } from '../page.ts'
import { table } from '../table.ts'
import { accent, alarm, arrow, box, line, text } from './draw.ts'
import { type Picture, pictureOf } from './picture.ts'
import { clockOf } from './times.ts'

/** One attempt to deliver a push. */
export interface Attempt {
  /** Milliseconds since the beginning. */
  at: number
  /** Id of the vendor. */
  vendor: string
  push: string
  /** Its Chinese title, and what it tells. */
  title: string
  summary: string
  /** From 1. */
  attempt: number
  acknowledged: boolean
  /** What came back. */
  answer: string
}

export interface Sequence extends Pick<Picture, 'name' | 'title' | 'about'> {
  /** In the order of their lifelines. */
  vendors: readonly { id: string; name: string }[]
  attempts: readonly Attempt[]
}

const FIRST = 104
const APART = 108
/** Half the width of a name. */
const HALF = 51
/** From the last vendor to the receiver: what is written above an arrow stands here. */
const ACROSS = 238
const TOP = 34
const ROW = 54

const labels = {
  receiver: { en: 'your receiver', zh: '你的接收端' },
  time: { en: 'Time', zh: '时间' },
  from: { en: 'From', zh: '来自' },
  push: { en: 'Push', zh: '推送' },
  tells: { en: 'Tells', zh: '含义' },
  attempt: { en: 'Attempt', zh: '次数' },
  answer: { en: 'Answer', zh: '应答' },
} satisfies Record<string, Both>

const nth = (attempt: number, language: Language) =>
  attempt === 1 ? '' : { en: ` · attempt ${attempt}`, zh: ` · 第 ${attempt} 次` }[language]

export function drawnSequence({ name, title, about, vendors, attempts }: Sequence, language: Language) {
  const right = FIRST + (vendors.length - 1) * APART + ACROSS
  const [width, height] = [right + 54, TOP + attempts.length * ROW + 16]
  const xOf = (vendor: string) => FIRST + vendors.findIndex(it => it.id === vendor) * APART
  const lifelines = [...vendors.map(it => [it.name, xOf(it.id)] as const), [labels.receiver[language], right] as const]
  const drawn = [
    ...lifelines.flatMap(([words, x]) => lifeline(words, x, height)),
    ...attempts.flatMap((it, index) => row(it, [xOf(it.vendor), right], TOP + index * ROW, language)),
  ]
  const wide = vendors.length > 1
  return pictureOf(
    { name, title, about, width, height, wide, drawn, words: words(title, vendors, attempts, language) },
    language,
  )
}

const lifeline = (words: string, x: number, height: number) => [
  line([x, 28], [x, height], { faint: true }),
  box([x - HALF, 2], 2 * HALF, 26),
  text([x, 20], words, { size: 12, anchor: 'middle', weight: 600 }),
]

/** What is written stands right of every vendor, where no lifeline crosses it. */
function row(it: Attempt, [from, to]: readonly [number, number], y: number, language: Language) {
  const [left, colour] = [to - ACROSS + 8, it.acknowledged ? accent : alarm]
  return [
    text([0, y + 26], clockOf(it.at), { size: 12, faint: true }),
    html`<text x="${left}" y="${y + 16}" font-size="13" fill="currentColor"><tspan font-weight="600">${it.push}</tspan> ${it.title}${nth(it.attempt, language)}</text>`,
    arrow([[from, y + 22], [to, y + 22]], { colour: accent }),
    text([to - 10, y + 37], it.answer, { size: 11, anchor: 'end', faint: it.acknowledged }),
    arrow([[to, y + 43], [from, y + 43]], { colour, dashed: true }),
  ] // biome-ignore format: one stroke a line reads better
}

function words(title: string, vendors: Sequence['vendors'], attempts: readonly Attempt[], language: Language) {
  const heads = [labels.time, labels.from, labels.push, labels.tells, labels.attempt, labels.answer]
  const named = (id: string) => vendors.find(it => it.id === id)?.name ?? id
  const rows = attempts.map(it => ({
    cells: [
      clockOf(it.at),
      named(it.vendor),
      html`<code>${it.push}</code>`,
      language === 'en' ? it.summary : it.title,
      it.attempt,
      html`<code>${it.answer}</code>`,
    ],
  }))
  return table(title, heads.map(it => it[language]), rows) // biome-ignore format: short enough
}
