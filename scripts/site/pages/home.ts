/** The first page: what the kit is, what it does not do, and how much of it is documented. */
import { codeBlock } from '../code.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom, type Maker } from '../page.ts'
import { prose } from '../prose.ts'
import { vendorName, vendors } from '../sections.ts'
import { wordingOf } from '../wording.ts'
import { countLabels, counts, legend } from './counts.ts'

const labels = {
  title: { en: 'What it is', zh: '这是什么' },
  tagline: {
    en: 'Contracts, a mock server and a push simulator for five Chinese customer-service and CRM platforms.',
    zh: '五个国内客服与 CRM 平台的接口契约、模拟服务器和推送模拟器。',
  },
  lead: {
    en: 'With one command and no vendor account you get a vendor to call and to be called by, built from the vendors’ own documents, with every place where a document contradicts itself written down.',
    zh: '一条命令、不需要厂商账号，就有一个可以调用、也会向你推送的“厂商”；它依据厂商自己的文档，文档自相矛盾之处全部记录在案。',
  },
  try: { en: 'Two commands', zh: '两条命令' },
  trySays: {
    en: 'The mock prints a base URL, generated credentials and a line to paste for each vendor; the second sends one push to your receiver and says whether you acknowledged it.',
    zh: '模拟服务器会打印每个厂商的基础地址、生成的凭证和一行可以粘贴的命令；第二条向你的接收端发一条推送，并告诉你是否被确认。',
  },
  vendors: { en: 'The vendors', zh: '厂商' },
  not: { en: 'What it does not do', zh: '做不到什么' },
  evidenceSays: {
    en: 'Every field carries a badge that says where we have it from. So you see what is documented and what is our guess.',
    zh: '每个字段都标明出处，因此看得出哪些有文档依据，哪些是我们的推测。',
  },
} satisfies Record<string, Both>

const limits: readonly Both[] = [
  {
    en: 'It is not made or endorsed by any of the vendors, and no live call was made to them. What a document leaves open is an assumption: listed as ours, and open to be switched.',
    zh: '它与各厂商无关，也未经其认可；没有向任何厂商发起过真实调用。文档没有写明的地方是我们的假设，逐条列出并可切换。',
  },
  {
    en: 'Where no document and no assumption says anything, the mock does what we think likely. Do not build on such details.',
    zh: '文档和假设都没有说明的细节，模拟服务器按我们认为最可能的方式处理。请不要依赖这些细节。',
  },
  {
    en: 'Pushes arrive at least once, never exactly once: a receiver has to know repeats. How the vendors repeat, order and time out is documented nowhere; the schedules are assumptions.',
    zh: '推送保证至少送达一次，不保证只送达一次：接收端要能识别重复。厂商如何重试、排序、超时，没有任何文档写明，这些时间表都是假设。',
  },
  {
    en: 'Injected latency and the time that a receiver may take are real time, also where the clock of a world stands still. Nothing is limited unless a fault says so: no document states a limit.',
    zh: '注入的延迟和等待接收端应答的时间是真实时间，即使世界的时钟停着。除非注入故障，否则没有任何限流：文档没有写明限额。',
  },
  {
    en: 'The doctor for signatures names mistakes that it knows, singly and in pairs; it is no proof that there is no other.',
    zh: '签名诊断只认得它知道的错误（单个或两个同时）；没有指出并不证明没有别的错误。',
  },
]

const commands = `npx kefu mock
npx kefu push echat chatStart --to http://127.0.0.1:3000/hooks/echat`

export const home: Maker = language => [
  {
    path: 'index',
    title: labels.title[language],
    summary: labels.tagline[language],
    section: 'start',
    entries: [
      { anchor: 'limits', title: labels.not[language], text: limits.map(it => it[language]).join(' ') },
      { anchor: 'evidence', title: countLabels.evidence[language], text: labels.evidenceSays[language] },
    ],
    body: html`<h1>kefu-kit</h1>
<p class="lead">${labels.tagline[language]}</p>
<p>${labels.lead[language]}</p>
<h2 id="try">${labels.try[language]}</h2>
${codeBlock(commands, 'bash', language)}
<p>${labels.trySays[language]}</p>
<h2 id="vendors">${labels.vendors[language]}</h2>
${cards(language)}
<h2 id="evidence">${countLabels.evidence[language]}</h2>
<p>${labels.evidenceSays[language]}</p>
${counts(vendors, 'index', language)}
${legend(language)}
<h2 id="limits">${labels.not[language]}</h2>
<ul>${limits.map(
      it => html`<li>${prose(it[language])}</li>
`,
    )}</ul>`,
  },
]

const cards = (language: Language): Html =>
  html`<ul class="cards">${vendors.map(
    it => html`<li><a href="${linkFrom('index', `${it.id}/index`)}"><b>${vendorName(it, language)} ${language === 'en' ? it.title : vendorName(it, 'en')}</b>
<span>${wordingOf(it, language).summary}</span></a></li>
`,
  )}</ul>`
