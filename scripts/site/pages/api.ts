/** The interactive page: calls a mock that runs on this machine. */
import { contracts } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import * as vendors from '../../../schemas/index.ts'
import type { Data, OfVendor } from '../browser/api/data.ts'
import { type Html, html, raw } from '../html.ts'
import type { Both, Language, Maker } from '../page.ts'

const labels = {
  title: { en: 'Call a local mock', zh: '调用本地模拟服务' },
  summary: {
    en: 'Choose an operation or a push, send it to a mock on this machine, and see the request and its answer.',
    zh: '选择一个接口或推送，发给本机的模拟服务，查看请求与应答。',
  },
  start: { en: 'Start the mock in a terminal:', zh: '先在终端启动模拟服务：' },
  file: {
    en: 'Was this page opened from a file? The mock answers pages of this machine only, and a browser does not say where a file comes from. Serve the folder on localhost, or let files in while you need them:',
    zh: '本页是从文件打开的吗？模拟服务只应答本机的页面，而浏览器不会说明文件的来源。请用本机服务器打开本站，或在需要时临时放行：',
  },
  privacy: {
    en: 'Requests go to the address below and nowhere else. Credentials are read from the mock itself; nothing is stored.',
    zh: '请求只发往下面的地址。凭证从模拟服务读取，不会保存任何内容。',
  },
  base: { en: 'Address of the mock', zh: '模拟服务地址' },
  vendor: { en: 'Vendor', zh: '厂商' },
  contract: { en: 'Operation or push', zh: '接口或推送' },
  params: { en: 'Parameters of the path, one a line', zh: '路径参数，每行一个' },
  query: { en: 'Query, one name=value a line', zh: '查询参数，每行一个 name=value' },
  body: { en: 'Body, JSON', zh: '请求体，JSON' },
  to: {
    en: 'Address of your receiver; empty: only show what would be sent',
    zh: '你的接收地址；留空则只显示将要发送的内容',
  },
  send: { en: 'Send', zh: '发送' },
  curl: { en: 'The request', zh: '请求' },
  answer: { en: 'The answer', zh: '应答' },
} satisfies Record<string, Both>

const words: Record<keyof Data['words'], Both> = {
  operations: { en: 'Operations', zh: '接口' },
  pushes: { en: 'Pushes', zh: '推送' },
  status: { en: 'Answered with status', zh: '应答状态' },
  badJson: { en: 'The body is no JSON:', zh: '请求体不是 JSON：' },
  unreachable: {
    en: 'No answer: the mock is not running at this address, or does not let this page in (see above).',
    zh: '没有应答：该地址上没有模拟服务在运行，或它不放行本页（见上文）。',
  },
}

export const apiPage: Maker = language => [
  {
    path: 'api',
    title: labels.title[language],
    summary: labels.summary[language],
    section: 'reference',
    body: body(language),
    entries: [{ title: labels.title[language], text: 'API curl mock kefu' }],
    scripts: ['api'],
    connects: true,
  },
]

const body = (language: Language): Html => html`<h1>${labels.title[language]}</h1>
<p>${labels.summary[language]}</p>
<p>${labels.start[language]} <code>npx kefu mock</code></p>
<p>${labels.file[language]} <code>npx kefu mock --allow-origin null</code></p>
<p class="privacy">${labels.privacy[language]}</p>
<form id="api" class="scheme" autocomplete="off">
${field('base', language, html`<input id="api-base" name="base" type="url" required value="http://127.0.0.1:4010">`)}
${field('vendor', language, html`<select id="api-vendor" name="vendor">${all.map(({ id, title }) => html`<option value="${id}">${id} · ${title}</option>`)}</select>`)}
${field('contract', language, html`<select id="api-contract" name="contract"></select>`)}
${(['params', 'query', 'body'] as const).map(it => field(it, language, html`<textarea id="api-${it}" name="${it}" rows="${it === 'body' ? 12 : 4}" spellcheck="false"></textarea>`))}
${field('to', language, html`<input id="api-to" name="to" type="url" placeholder="http://127.0.0.1:3000/hook">`)}
<button type="submit">${labels.send[language]}</button>
</form>
<p id="api-status" class="verdict" role="status"></p>
<h2 id="request">${labels.curl[language]}</h2>
<pre id="api-curl" class="answer" tabindex="0" role="group" aria-labelledby="request"></pre>
<h2 id="answer">${labels.answer[language]}</h2>
<pre id="api-answer" class="answer" tabindex="0" role="group" aria-labelledby="answer"></pre>
<script type="application/json" id="api-data">${raw(JSON.stringify(dataIn(language)).replaceAll('<', '\\u003c'))}</script>`

const field = (name: keyof typeof labels, language: Language, input: Html) =>
  html`<div class="field" id="api-${name}-field"><label for="api-${name}">${labels[name][language]}</label>${input}</div>`

const all = Object.values(vendors) as Vendor[]

const dataIn = (language: Language): Data => ({
  vendors: all.map(it => vendorIn(it, language)),
  words: Object.fromEntries(Object.entries(words).map(([name, it]) => [name, it[language]])) as Data['words'],
})

function vendorIn(vendor: Vendor, language: Language): OfVendor {
  const titled = ({ title, summary }: { title: string; summary: string }) => (language === 'zh' ? title : summary)
  return {
    id: vendor.id,
    title: vendor.title,
    login: vendor.login,
    operations: contracts(vendor, 'operation').map(({ id, contract }) => {
      const { method, path, open, examples } = contract
      const { params, query, body } = Object.values(examples)[0] ?? {}
      return { id, title: titled(contract), method, path, open, params, query: signedAnew(query), body }
    }),
    pushes: contracts(vendor, 'push').map(({ id, contract }) => ({ id, title: titled(contract) })),
  }
}

/** What the example proves itself with is of another account, and made anew. */
function signedAnew(query: Record<string, unknown> | undefined) {
  const own = ['appid', 'create_time', 'sign', 'app_key']
  const kept = Object.entries(query ?? {}).filter(([name]) => !own.includes(name))
  return kept.length ? Object.fromEntries(kept) : undefined
}
