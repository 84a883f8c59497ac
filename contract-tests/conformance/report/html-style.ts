/** The looks of the HTML report: light and dark, narrow and wide, and its filter, which needs no script. */
import type { Result } from '../report.ts'

export const outcomes = ['failed', 'not-run', 'passed', 'skipped'] as const satisfies readonly Result['outcome'][]

export const colours = {
  light: {
    back: '#ffffff',
    soft: '#f3f5f7',
    edge: '#c6ccd2',
    text: '#1b1f24',
    dim: '#515a63',
    good: '#116329',
    bad: '#a40e26',
  },
  dark: {
    back: '#0f1318',
    soft: '#1a2028',
    edge: '#3d4650',
    text: '#e6edf3',
    dim: '#a3adb8',
    good: '#5fd06f',
    bad: '#ff8a80',
  },
}

const variables = (of: Record<string, string>) =>
  Object.entries(of)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

const filter = outcomes
  .map(it => `body:has(#show-${it}:checked) :is(.case:not(.${it}),.group:not(:has(.${it}))){display:none}`)
  .join('\n')

export const style = `
:root{color-scheme:light dark;${variables(colours.light)}}
@media (prefers-color-scheme:dark){:root{${variables(colours.dark)}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem}
h2{font-size:1.25rem;margin-top:2.5rem;border-bottom:1px solid var(--edge)}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
code{font-family:ui-monospace,monospace;font-size:.9em}
.dim,caption,fieldset{color:var(--dim)}
.good,.passed .word{color:var(--good)}
.bad,.failed .word,.not-run .word{color:var(--bad)}
.skipped .word{color:var(--dim)}
.verdict,.word{font-weight:600}
.scroll{overflow-x:auto}
table{border-collapse:collapse;margin:.5rem 0;overflow-wrap:normal}
caption{text-align:start}
th,td{border:1px solid var(--edge);padding:.25rem .6rem;text-align:start;vertical-align:top}
th{background:var(--soft)}
fieldset{border:1px solid var(--edge);border-radius:.4rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.case{border:1px solid var(--edge);border-radius:.4rem;margin:.4rem 0;padding:.4rem .7rem}
.case[open]{background:var(--soft)}
summary{cursor:pointer}
dl{display:grid;grid-template-columns:6rem 1fr;gap:.25rem .75rem;margin:.6rem 0}
dt{color:var(--dim)}
dd{margin:0;white-space:pre-wrap}
.failure{border-inline-start:3px solid var(--bad);padding-inline-start:.7rem}
@media (max-width:36rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}th,td{padding:.2rem .4rem}}
@supports not selector(:has(a)){fieldset{display:none}}
${filter}
`
