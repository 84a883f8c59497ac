/** How a customer of Sobot moves between 首咨, 待分配, 跟进中 and 公海, and through following up. */
import { crmStatuses, stageTypes } from '../../../schemas/sobot/codes.ts'
import { type Html, html } from '../html.ts'
import type { Both, Language } from '../page.ts'
import { table } from '../table.ts'
import { accent, arrow, box, dot, line, type Point, text } from './draw.ts'
import { type Move, moves, type State, states } from './moves.ts'
import { pictureOf } from './picture.ts'

const [WIDTH, HEIGHT] = [392, 584]

const labels = {
  title: { en: 'Moves of a customer', zh: '客户状态流转' },
  about: {
    en: 'Solid: the operation that is made for the move, with the values of its field. Dashed: customerUpdate, which sets crm_status to any of the four from any other; 3 needs an owner. What customerConfirm does is our assumption (confirmEffect).',
    zh: '实线：专用的操作及其字段取值。虚线：customerUpdate，可由任一状态把 crm_status 改为四者之一；改为 3 时须有负责人。customerConfirm 的效果是我们的假设（confirmEffect）。',
  },
  from: { en: 'From', zh: '原状态' },
  to: { en: 'To', zh: '新状态' },
  operation: { en: 'Operation', zh: '操作' },
  needs: { en: 'Besides', zh: '条件' },
  owner: { en: 'an owner', zh: '须有负责人' },
  fresh: { en: 'new', zh: '新建' },
  stages: {
    en: 'While followed up: customerStageSave, by stage_type',
    zh: '跟进阶段：customerStageSave，按 stage_type',
  },
  stageid: { en: 'stageid: next stage', zh: 'stageid：下一阶段' },
} satisfies Record<string, Both>

const short: Record<State, string> = { 1: 'first consultation', 2: 'waiting', 3: 'followed up', 4: 'public pool' }

/** Corner, width and height. */
const boxes: Record<State, readonly [x: number, y: number, width: number, height: number]> = {
  1: [8, 58, 124, 48],
  2: [8, 170, 124, 48],
  3: [8, 282, 124, 64],
  4: [296, 58, 88, 288],
}

export function customerStates(language: Language): Html {
  const drawn = [...states.flatMap(it => stateBox(it, language)), ...arrows(), ...following(language)]
  const [title, about] = [labels.title[language], labels.about[language]]
  return pictureOf(
    { name: 'customer-states', title, about, width: WIDTH, height: HEIGHT, drawn, words: words(title, language) },
    language,
  )
}

function stateBox(state: State, language: Language): Html[] {
  const [x, y, width, height] = boxes[state]
  const middle = x + width / 2
  const centre = y + height / 2 + (language === 'en' ? -2 : 5)
  return [
    box([x, y], width, height, { colour: accent }),
    text([middle, centre], `${state} ${crmStatuses[state][0]}`, { anchor: 'middle', weight: 600 }),
    ...(language === 'en' ? [text([middle, centre + 16], short[state], { size: 11, anchor: 'middle' })] : []),
  ]
}

function arrows(): Html[] {
  const [first, waiting, followed, pool] = [boxes[1], boxes[2], boxes[3], boxes[4]]
  const [right, left] = [first[0] + first[2], pool[0]]
  const down = (from: number, to: number): Point[] => [
    [70, from],
    [70, to],
  ]
  const back = followed[1] + 50
  const bottom = followed[1] + followed[3]
  return [
    dot([70, 16], 6),
    ...labelled(down(22, first[1]), [80, 42], named('customerSave', 1)),
    ...labelled(down(first[1] + first[3], waiting[1]), [80, 142], named('customerUpdate', 2), true),
    ...labelled(down(waiting[1] + waiting[3], followed[1]), [80, 254], named('customerAssign', 3, 2)),
    ...[first, waiting, followed].flatMap(([, top]) =>
      labelled([[right, top + 24], [left, top + 24]], [right + 10, top + 18], called('customerConfirm', 4)),
    ),
    ...labelled([[left, back], [right, back]], [right + 14, back - 6], called('customerAssign', 3, 4)),
    ...labelled([[40, bottom], [40, bottom + 24], [100, bottom + 24], [100, bottom]], [112, bottom + 22], named('customerAssign', 3, 3)),
  ] // biome-ignore format: one arrow a line
}

const labelled = (points: readonly Point[], at: Point, words: string, dashed = false) => [
  arrow(points, { dashed }),
  text(at, words, { size: 11 }),
]

const those = (operation: Move['operation'], to: State, from?: State) =>
  moves.filter(
    it => it.operation === operation && it.to === to && !it.under && (from === undefined || it.from.includes(from)),
  )

const valuesOf = (found: readonly Move[]) => found.map(it => it.by[1]).join(', ')

/** `customerAssign 2, 3`. */
const called = (operation: Move['operation'], to: State, from?: State) =>
  `${operation} ${valuesOf(those(operation, to, from))}`

/** `customerAssign · assign_biz_type 2, 3`. */
function named(operation: Move['operation'], to: State, from?: State) {
  const found = those(operation, to, from)
  return `${operation} · ${found[0]?.by[0]} ${valuesOf(found)}`
}

const outcomes = [21, 22, 23] as const

/** Stages follow each other until there is an outcome. */
function following(language: Language): Html[] {
  const [top, left] = [448, 284]
  const heading = [
    line([8, 410], [WIDTH - 8, 410], { faint: true }),
    text([8, 434], labels.stages[language], { size: 12 }),
  ]
  const under = [
    box([8, top + 40], 124, 48, { colour: accent }),
    text([70, top + 69], stageText(1, language), { anchor: 'middle', weight: 600 }),
    ...labelled([[40, top + 88], [40, top + 112], [100, top + 112], [100, top + 88]], [112, top + 110], labels.stageid[language]),
  ] // biome-ignore format: one arrow a line
  const ends = outcomes.flatMap((it, index) => {
    const y = top + index * 44
    return [
      box([left, y], 100, 32, { colour: accent }),
      text([left + 50, y + 21], stageText(it, language), { anchor: 'middle', weight: 600 }),
      arrow([[132, top + 64], [252, top + 64], [252, y + 16], [left, y + 16]]),
    ] // biome-ignore format: one stroke a line
  })
  return [...heading, ...under, ...ends]
}

const stageText = (type: 1 | (typeof outcomes)[number], language: Language) =>
  `${type} ${stageTypes[type][language === 'zh' ? 0 : 1]}`

function words(title: string, language: Language): Html {
  const heads = [labels.from, labels.to, labels.operation, labels.needs].map(it => it[language])
  const name = (state: State) => `${state} ${crmStatuses[state][0]}`
  const rows = moves.map(({ operation, by: [field, value], from, to, owner, under }) => ({
    cells: [
      from.length ? from.map(name).join(' · ') : labels.fresh[language],
      name(to),
      html`<code>${operation}</code> <code>${field}: ${value}</code>`,
      [owner && labels.owner[language], under && `confirmEffect = ${under}`].filter(it => it).join(', ') || '–',
    ],
  }))
  const stages = Object.entries(stageTypes).filter(([type]) => type !== '2')
  const stage = ([type, [chinese, english]]: (typeof stages)[number]) =>
    html`<li><code>customerStageSave</code> <code>stage_type: ${type}</code>: ${language === 'zh' ? chinese : english}</li>`
  return html`${table(title, heads, rows)}
<ul>${stages.map(stage)}</ul>`
}
