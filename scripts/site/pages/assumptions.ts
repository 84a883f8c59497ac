/** The page of what a vendor's document leaves open: each question, its choices, and how to switch. */

import { sideOf } from '../../../mocks/sides.ts'
import type { Assumption, Vendor } from '../../../schemas/define.ts'
import { codeBlock } from '../code.ts'
import { badge } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import type { Both, Language, Page } from '../page.ts'
import { prose } from '../prose.ts'
import { vendorName } from '../sections.ts'
import { table } from '../table.ts'
import { wordingOf } from '../wording.ts'
import { errorLabels } from './errors.ts'

export const assumptionLabels = {
  title: { en: 'Assumptions', zh: '假设' },
  choice: { en: 'Choice', zh: '选择' },
  meaning: { en: 'What it does', zh: '含义' },
  preset: { en: 'default', zh: '默认' },
  number: { en: 'Any whole number of', zh: '任意整数，单位：' },
  least: { en: 'at least', zh: '不小于' },
  several: { en: 'several parted by commas', zh: '可用逗号分隔多个' },
  why: { en: 'Why', zh: '理由' },
  switch: { en: 'How to switch', zh: '如何切换' },
  start: { en: 'When the mock starts:', zh: '启动模拟服务器时：' },
  world: { en: 'In a world that runs, here the first:', zh: '在运行中的世界里（此处为第一个世界）：' },
  unfollowed: {
    en: 'It is about what a receiver should do: the mock shows nothing of it, and does not switch it.',
    zh: '它关于接收端应当怎么做，模拟服务器一侧表现不出来，因此不能切换。',
  },
  filter: { en: 'Filter the assumptions', zh: '筛选假设' },
} satisfies Record<string, Both>

const summaryOf = (vendor: Vendor, language: Language) =>
  ({
    en: `What the document of ${vendorName(vendor, 'en')} leaves open, what we do until told otherwise, and how to switch it.`,
    zh: `${vendor.title}的文档没有写明、由我们先作出选择的地方，以及如何切换。`,
  })[language]

export function assumptionsPage(vendor: Vendor, language: Language): Page {
  const wording = wordingOf(vendor, language).assumptions
  const all = Object.entries(vendor.assumptions)
  return {
    path: `${vendor.id}/assumptions`,
    title: `${vendorName(vendor, language)} · ${assumptionLabels.title[language]}`,
    label: assumptionLabels.title[language],
    summary: summaryOf(vendor, language),
    section: vendor.id,
    chapter: errorLabels.chapter[language],
    scripts: ['filter'],
    entries: all.map(([name, { question }]) => ({
      anchor: name,
      title: `${vendor.id}.${name}`,
      text: `${wording[name]?.question ?? question} ${Object.values(wording[name]?.choices ?? {}).join(' ')}`,
    })),
    body: html`<h1>${vendorName(vendor, language)} · ${assumptionLabels.title[language]}</h1>
<p class="lead">${summaryOf(vendor, language)}</p>
${howTo(vendor, language)}
<div data-filtered="items" data-filter-label="${assumptionLabels.filter[language]}">${all.map(([name, it]) => item(vendor, name, it, language))}</div>`,
  }
}

/** With the first choice that is not the default of the first assumption that can be switched. */
function howTo(vendor: Vendor, language: Language): Html {
  const { follows = [] } = sideOf(vendor)
  const [name, choice] = follows
    .flatMap(it => {
      const { choices = {}, default: preset } = vendor.assumptions[it] ?? {}
      return Object.keys(choices).flatMap(choice => (choice === preset ? [] : [[it, choice] as const]))
    })
    .at(0) ?? ['', '']
  const body = JSON.stringify({ [vendor.id]: { [name]: choice } })
  return html`<h2 id="switch">${assumptionLabels.switch[language]}</h2>
<p>${assumptionLabels.start[language]}</p>
${codeBlock(`npx kefu mock ${vendor.id} --assume ${vendor.id}.${name}=${choice}`, 'bash', language)}
<p>${assumptionLabels.world[language]}</p>
${codeBlock(`curl -s http://127.0.0.1:4010/_kefu/worlds/default/assumptions \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`, 'bash', language)}`
}

function item(vendor: Vendor, name: string, it: Assumption, language: Language): Html {
  const {
    question = it.question,
    choices = it.choices,
    why = it.why,
    unit = it.number?.unit,
  } = wordingOf(vendor, language).assumptions[name] ?? {}
  const preset = html` <span class="preset">${assumptionLabels.preset[language]}</span>`
  const names = [...new Set([it.default, ...Object.keys(it.choices)])]
  const rows = names.map(choice => ({
    cells: [html`<code>${choice}</code>${choice === it.default && preset}`, prose(choices[choice] ?? unit ?? '')],
  }))
  const heads = [assumptionLabels.choice[language], assumptionLabels.meaning[language]]
  return html`<section class="item" id="${name}"><h2><a href="#${name}"><code>${vendor.id}.${name}</code></a> ${badge(it.evidence, language)}</h2>
<p class="question">${prose(question)}</p>
${table(`${vendor.id}.${name}`, heads, rows)}
${it.number && html`<p>${numbers(it.number, unit ?? '', language)}</p>`}
<p><b>${assumptionLabels.why[language]}</b> ${prose(why)}</p>
${!sideOf(vendor).follows?.includes(name) && html`<p class="open">${assumptionLabels.unfollowed[language]}</p>`}</section>
`
}

function numbers({ minimum, list }: NonNullable<Assumption['number']>, unit: string, language: Language): string {
  const { number, least, several } = assumptionLabels
  return language === 'en'
    ? `${number.en} ${unit}, ${least.en} ${minimum}${list ? `; ${several.en}` : ''}.`
    : `${number.zh}${unit}，${least.zh} ${minimum}${list ? `；${several.zh}` : ''}。`
}
