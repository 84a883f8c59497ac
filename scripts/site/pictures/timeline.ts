/** The timeline of a push that nobody acknowledges: its attempts, the waits between them, and the dead letter at the end. */
import type { Profile } from '../../../mocks/deliver/profile.ts'
import type { Sending } from '../../../mocks/deliver/sending.ts'
import type { Vendor } from '../../../schemas/define.ts'
import { type Html, html } from '../html.ts'
import type { Both, Language } from '../page.ts'
import { vendorName } from '../sections.ts'
import { table } from '../table.ts'
import { accent, alarm, dot, line, text } from './draw.ts'
import { pictureOf } from './picture.ts'
import { type Schedule, schedulesOf, sendingOf } from './schedules.ts'
import { spanOf } from './times.ts'

const WIDTH = 400
const FIRST = 64
const APART = 76
/** Stops on one line of the picture; the rest goes on below. */
const STOPS = 5
const LINE = 58
const RADIUS = 11
const HEAD = 34

const labels = {
  title: { en: 'Attempts of a push that is never acknowledged', zh: '一条始终未被确认的推送' },
  profile: { en: 'Profile', zh: '策略' },
  attempt: { en: 'Attempt', zh: '次数' },
  after: { en: 'After', zh: '等待' },
  since: { en: 'Since the first', zh: '距首次' },
  dead: { en: 'given up', zh: '放弃' },
  letter: { en: 'dead letter, at once after the last attempt', zh: '进入死信，紧接最后一次尝试' },
} satisfies Record<string, Both>

const profiles: Partial<Record<Profile, Both>> = {
  vendor: { en: 'as the vendor does', zh: '按厂商的方式' },
  fast: { en: 'for tests', zh: '用于测试' },
  patient: { en: 'for long absences', zh: '用于长时间离线的接收端' },
}

/** Throws for a vendor that pushes nothing. */
export function timeline(vendor: Vendor, language: Language): Html {
  const sending = sendingOf(vendor)
  if (!sending) throw new Error(`${vendor.id} sends no pushes: there is no timeline of them.`)
  const schedules = schedulesOf(sending)
  const tops: number[] = [4]
  for (const { delays } of schedules) tops.push((tops.at(-1) ?? 0) + HEAD + linesOf(delays) * LINE)
  const title = `${vendorName(vendor, language)}: ${labels.title[language]}`
  return pictureOf(
    {
      name: `timeline-${vendor.id}`,
      title,
      about: about(sending, language),
      width: WIDTH,
      height: tops.at(-1) ?? 0,
      drawn: schedules.flatMap((it, index) => drawn(it, tops[index] ?? 0, language)),
      words: words(title, schedules, language),
    },
    language,
  )
}

function about({ timeout, accepts }: Sending, language: Language): string {
  const wait = spanOf(timeout, language)
  const fields = (accepts.json ?? []).map(it => `${it.field} ${it.values[0]}`)
  const wanted = [accepts.status, accepts.text, ...fields].filter(it => it !== undefined).join(' ')
  return {
    en: `Each attempt waits up to ${wait} for the answer ${wanted}. Numbers are attempts; the time of a wait stands on its line, below each attempt the time since the first. Not to scale. How often and when is our assumption; the document does not say.`,
    zh: `每次尝试最多等待 ${wait}，期待应答 ${wanted}。圆圈内是第几次尝试，线上是等待时间，下方是距首次的时间。未按比例绘制。重发的次数和间隔是我们的假设，厂商文档没有说明。`,
  }[language]
}

/** The dead letter has a stop of its own. */
const linesOf = (delays: readonly number[]) => Math.ceil((delays.length + 2) / STOPS)

const place = (index: number, top: number) =>
  [FIRST + (index % STOPS) * APART, top + HEAD + 14 + Math.floor(index / STOPS) * LINE] as const

function drawn({ profile, delays, longer }: Schedule, top: number, language: Language): Html[] {
  const more = longer ? { en: ` · up to ${longer * 100} % longer`, zh: ` · 最多延长 ${longer * 100}%` }[language] : ''
  const since = times(delays)
  const last = place(since.length, top)
  return [
    html`<text x="12" y="${top + 16}" font-size="13" fill="currentColor"><tspan font-weight="600">${profile}</tspan> ${profiles[profile]?.[language]}${more}</text>`,
    ...since.flatMap((it, index) => stop(index, it, delays[index - 1], top, language)),
    approach(since.length, top, alarm),
    dot(last, RADIUS, alarm),
    text([last[0], last[1] + 4], '✕', { size: 11, anchor: 'middle' }),
    text([last[0], last[1] + 26], labels.dead[language], { size: 11, anchor: 'middle' }),
  ]
}

function stop(index: number, since: number, delay: number | undefined, top: number, language: Language): Html[] {
  const [x, y] = place(index, top)
  const waited = delay === undefined ? [] : [approach(index, top, accent), waiting(index, top, spanOf(delay, language))]
  return [
    ...waited,
    dot([x, y], RADIUS, accent),
    text([x, y + 4], `${index + 1}`, { size: 11, anchor: 'middle', weight: 600 }),
    text([x, y + 26], spanOf(since, language), { size: 11, anchor: 'middle', faint: true }),
  ]
}

/** From the stop before, or on a further line from its edge. */
function reach(index: number, top: number) {
  const [x, y] = place(index, top)
  return { from: index % STOPS ? x - APART + RADIUS : 4, to: x - RADIUS, y }
}

function approach(index: number, top: number, colour: string): Html {
  const { from, to, y } = reach(index, top)
  return line([from, y], [to, y], { colour })
}

function waiting(index: number, top: number, span: string): Html {
  const { from, to, y } = reach(index, top)
  return text([(from + to) / 2, y - 6], span, { size: 11, anchor: 'middle' })
}

/** Milliseconds since the first attempt, of each. */
const times = (delays: readonly number[]) => {
  const since = [0]
  for (const delay of delays) since.push((since.at(-1) ?? 0) + delay)
  return since
}

function words(title: string, schedules: readonly Schedule[], language: Language): Html {
  const heads = [labels.profile, labels.attempt, labels.after, labels.since].map(it => it[language])
  const rows = schedules.flatMap(({ profile, delays }) => [
    ...times(delays).map((since, index) => ({
      cells: [profile, index + 1, index ? spanOf(delays[index - 1] ?? 0, language) : '–', spanOf(since, language)],
    })),
    { cells: [profile, labels.letter[language], '–', '–'] },
  ])
  return table(title, heads, rows)
}
