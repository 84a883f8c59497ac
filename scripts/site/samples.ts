/** Samples of the guides: every fenced block of a text, with what a test does with it. */
import { marked, type Tokens } from 'marked'

/**
 * Behind the language stands what becomes of a block:
 * `run` is typed into the guide's shell and ends with 0, or as `exit=1` says; `serve` runs until the guide ends, in a terminal of its own;
 * `file=name` is saved; `check` is only compiled; `output` appears in what the last command printed, `…` for what varies.
 * Without such a mark a block is only shown.
 */
export type Use = 'run' | 'serve' | 'file' | 'check' | 'output' | 'shown'

export interface Sample {
  language: string
  text: string
  use: Use
  /** Where it is saved. */
  file?: string
  /** Of the last command of the block. */
  exit: number
}

/** Languages that nobody may show without trying them. */
const tried = /^(sh|bash|shell|ts|tsx|js|mjs|typescript|javascript)$/

/** In the order of the text. Throws for a mark that there is not, and for a command or a program without one. */
export function samplesOf(markdown: string): Sample[] {
  const samples: Sample[] = []
  marked.walkTokens(marked.lexer(markdown), token => {
    if (token.type === 'code') samples.push(sampleOf(token as Tokens.Code))
  })
  return samples
}

export function sampleOf({ lang: info = '', text }: Tokens.Code): Sample {
  const [language = '', ...marks] = info.trim().split(/\s+/)
  const sample: Sample = { language, text: `${text}\n`, use: 'shown', exit: 0 }
  for (const mark of marks) apply(sample, mark)
  if (sample.use === 'shown' && (language === '' || tried.test(language)))
    throw new Error(`A sample says neither run, serve, file=… nor check: \`\`\`${info}\n${text}`)
  return sample
}

function apply(sample: Sample, mark: string) {
  const [name, value] = mark.split('=')
  if (value === undefined && (name === 'run' || name === 'serve' || name === 'check' || name === 'output'))
    sample.use = name
  else if (name === 'file' && value) Object.assign(sample, { use: 'file', file: value })
  else if (name === 'exit' && value && sample.use === 'run') sample.exit = Number(value)
  else throw new Error(`A sample has the unknown mark ${mark}: known are run, exit=1, serve, file=name, check, output.`)
}
