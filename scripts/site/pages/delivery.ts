/** What a vendor that pushes waits for, and when it sends again: as a table, with the assumption behind each line. */

import { sideOf } from '../../../mocks/sides.ts'
import type { Acceptance, Vendor } from '../../../schemas/define.ts'
import { defaultsOf } from '../../../src/wire/choose.ts'
import { badge } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom } from '../page.ts'
import { timeline } from '../pictures/timeline.ts'
import { table } from '../table.ts'

const labels = {
  title: { en: 'Acknowledgement and retries', zh: '确认与重试' },
  rule: { en: 'Rule', zh: '规则' },
  value: { en: 'By default', zh: '默认' },
  source: { en: 'From', zh: '依据' },
  answer: { en: 'Your answer', zh: '你的应答' },
  accepted: { en: 'Counts as received', zh: '视为已收到' },
  delays: { en: 'Sent again after', zh: '重发间隔' },
  attempts: { en: 'Attempts in all', zh: '总尝试次数' },
  timeout: { en: 'Waits for an answer', zh: '等待应答' },
  ordering: { en: 'A failing push holds up', zh: '失败的推送会阻塞' },
  repeats: { en: 'A further attempt is', zh: '重发的请求' },
  never: { en: 'never', zh: '不重发' },
  fresh: { en: 'signed anew around the same message', zh: '消息不变，重新签名' },
  same: { en: 'byte for byte the same', zh: '逐字节相同' },
  only: { en: 'and the body', zh: '且正文为' },
  where: { en: 'where it is JSON', zh: '（当应答是 JSON 时）' },
  status: { en: 'status', zh: '状态码' },
} satisfies Record<string, Both>

const holds: Record<string, Both> = {
  conversation: { en: 'later ones of its conversation', zh: '同一会话之后的推送' },
  endpoint: { en: 'every later one', zh: '之后的全部推送' },
  nothing: { en: 'nothing', zh: '什么都不阻塞' },
}

/** Names of the assumption behind a line; vendors call them differently. */
const behind = {
  accepted: ['acknowledgement', 'pushAcknowledgement'],
  delays: ['retries', 'pushRetries', 'retryInterval'],
  timeout: ['timeout', 'timeoutSeconds', 'pushTimeout'],
  ordering: ['ordering'],
  repeats: ['retrySignature'],
} satisfies Record<string, readonly string[]>

/** With a picture of the attempts at a push that nobody takes. */
export function delivery(vendor: Vendor, language: Language): Html {
  const { acknowledgement } = vendor.push ?? {}
  const sending = sideOf(vendor).sending?.(defaultsOf(vendor))
  if (!acknowledgement || !sending) return html``
  const row = (rule: keyof typeof behind, value: Html | string) => ({
    cells: [labels[rule][language], value, sources(vendor, behind[rule], language)],
  })
  const rows = [
    {
      cells: [
        labels.answer[language],
        html`<code>${acknowledgement.answer.body}</code> <code>${acknowledgement.answer.contentType}</code>`,
        badge(acknowledgement.evidence, language),
      ],
    },
    row('accepted', accepted(sending.accepts, language)),
    row('delays', sending.delays.map(it => seconds(it, language)).join(', ') || labels.never[language]),
    { cells: [labels.attempts[language], sending.delays.length + 1, ''] },
    row('timeout', seconds(sending.timeout, language)),
    row('ordering', (holds[sending.holdsUp ?? 'conversation'] as Both)[language]),
    row('repeats', labels[sending.repeatsBytes ? 'same' : 'fresh'][language]),
  ]
  const heads = [labels.rule[language], labels.value[language], labels.source[language]]
  return html`<h2 id="acknowledgement">${labels.title[language]}</h2>
${table(labels.title[language], heads, rows)}
${timeline(vendor, language)}`
}

function accepted({ status, text, json = [] }: Acceptance, language: Language): Html {
  const fields = json.map(
    ({ field, values, optional }) =>
      html` ${labels.only[language]} <code>${field} = ${values[0]}</code>${optional && html` ${labels.where[language]}`}`,
  )
  return html`${labels.status[language]} <code>${status}</code>${text !== undefined && html` ${labels.only[language]} <code>${text}</code>`}${fields}`
}

const seconds = (milliseconds: number, language: Language) =>
  `${milliseconds / 1_000} ${{ en: 's', zh: '秒' }[language]}`

/** Lies on the vendor's first page. */
function sources(vendor: Vendor, names: readonly string[], language: Language): Html {
  const found = names.filter(it => vendor.assumptions[it])
  return html`${found.map(
    name =>
      html`<a href="${linkFrom(`${vendor.id}/index`, `${vendor.id}/assumptions#${name}`)}"><code>${name}</code></a> ${badge(vendor.assumptions[name]?.evidence ?? 'assumed', language)} `,
  )}`
}
