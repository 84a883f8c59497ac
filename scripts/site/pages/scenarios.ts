/** The scenarios: each as the pushes of one conversation, in a picture made from a real run. */
import { scenarios } from '../../../mocks/scenarios/index.ts'
import { codeBlock } from '../code.ts'
import { html } from '../html.ts'
import type { Both, Entry, Language, Maker } from '../page.ts'
import { retrySequence, scenarioText, sequence } from '../pictures/sequences.ts'

const labels = {
  title: { en: 'Scenarios', zh: '场景' },
  summary: {
    en: 'Whole conversations as the vendors would push them, each drawn from a run against a real receiver.',
    zh: '按厂商的方式推送的完整对话；每张图都来自对真实接收端的一次运行。',
  },
  lead: {
    en: 'Names, ids, times and figures agree from push to push. The clock in front of each push counts from the beginning of the story; the dashed line is what the receiver answered.',
    zh: '姓名、ID、时间和数字在各条推送之间一致。每条推送前的时间从故事开始算起；虚线是接收端的应答。',
  },
  play: { en: 'Play one to your receiver:', zh: '向你的接收端播放一个场景：' },
} satisfies Record<string, Both>

export const scenarioPage: Maker = async language => [
  {
    path: 'reference/scenarios',
    title: labels.title[language],
    summary: labels.summary[language],
    section: 'reference',
    body: await bodyOf(language),
    entries: entriesOf(language),
  },
]

async function bodyOf(language: Language) {
  const drawn = await Promise.all(scenarios.map(it => sequence(it.id, language)))
  const parts = scenarios.map(
    (it, index) => html`<h2 id="${it.id}">${scenarioText(it, language).title}</h2>
<p><code>${it.id}</code></p>
${drawn[index]}
`,
  )
  return html`<h1>${labels.title[language]}</h1>
<p>${labels.lead[language]}</p>
<p>${labels.play[language]}</p>
${codeBlock('npm run kefu -- scenario robot-to-person --to http://127.0.0.1:3000/hooks/echat', 'sh', language)}
${parts}
<h2 id="retries">${{ en: 'When a push is refused', zh: '推送未被确认时' }[language]}</h2>
${await retrySequence(language)}
`
}

const entriesOf = (language: Language): Entry[] =>
  scenarios.map(it => {
    const { title, summary } = scenarioText(it, language)
    return { anchor: it.id, title, text: `${it.id} ${it.title} ${summary}` }
  })
