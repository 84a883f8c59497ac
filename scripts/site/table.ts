/** Tables that scroll inside of their own region on a narrow screen. */
import { type Html, html } from './html.ts'

export interface Row {
  /** Anchor of the row. */
  id?: string
  cells: readonly (Html | string | number)[]
}

export function table(label: string, heads: readonly (Html | string)[], rows: readonly Row[]): Html {
  const head = heads.map(it => html`<th scope="col">${it}</th>`)
  const body = rows.map(
    ({ id, cells }) => html`<tr${id !== undefined && html` id="${id}"`}>${cells.map(it => html`<td>${it}</td>`)}</tr>
`,
  )
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>`
}
