/** Finds the documented faults of a JSON text and what mends them: all of them, or none where anything else is wrong as well. */
import { type Edit, MOST_EDITS, type Repair } from './repair-edits.ts'
import type { JsonFaults } from './repair-faults.ts'

/** A glance: without any of these characters none of the faults is there. */
export const suspectJson = (text: string) => /[“”\u00a0\n\r]/.test(text)

export function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const BLANKS = /[ \t\n\r]+/y
const CURLY = /[“”]([^“”"\\\n\r]*)[“”]/y
const LITERAL = /[-+.\w]+/y
const KEY_FOLLOWS = /[ \t\n\r]*:/y

/** The text is read once; undefined where it is broken in a way that no document shows. The parser has the last word. */
export function jsonEdits(text: string, faults: JsonFaults): Edit[] | undefined {
  const scan = new Scan(text, faults)
  while (scan.at < text.length) if (!scan.step() || scan.edits.length > MOST_EDITS) return undefined
  return scan.edits
}

class Scan {
  at = 0
  readonly edits: Edit[] = []
  /** Keys of each object around this place; nothing for a list. */
  private readonly keys: (Set<string> | undefined)[] = []
  /** The last token: a bracket, comma or colon, or `value` for all others. */
  private before = ''
  private end = 0
  private lineEnded = false
  private word = { at: 0, text: '' }

  constructor(
    private readonly text: string,
    private readonly faults: JsonFaults,
  ) {}

  /** Past one token; false where nothing mends it. */
  step(): boolean {
    const { text, at } = this
    const character = text[at] as string
    if (this.blank(character)) return true
    if (character === ':' && !this.key()) return false
    if ('{[]},:'.includes(character)) this.mark(character)
    else if (!this.token(character)) return false
    this.end = this.at
    this.lineEnded = false
    return true
  }

  private blank(character: string) {
    const blanks = this.match(BLANKS)
    if (blanks) this.lineEnded ||= blanks[0].includes('\n')
    const { blank } = this.faults
    if (blanks || character !== '\u00a0' || !blank) return blanks !== null
    this.change(this.at, ++this.at, ' ', { ...blank, what: 'a no-break space stood between tokens.' })
    return true
  }

  private mark(character: string) {
    if (character === '{') this.keys.push(new Set())
    else if (character === '[') this.keys.push(undefined)
    else if (character === '}' || character === ']') this.keys.pop()
    this.before = '}]'.includes(character) ? 'value' : character
    this.at += 1
  }

  /** A string in straight or curly quotes, a number or a word. */
  private token(character: string): boolean {
    const { at, before } = this
    const found = character === '"' ? this.straight() : '“”'.includes(character) ? this.curly() : this.match(LITERAL)
    if (!found || (before === 'value' && !this.comma())) return false
    this.word = { at, text: this.text.slice(at + 1, this.at - 1) }
    this.before = 'value'
    return true
  }

  /** A value stands right before: only a comma can have been there, if a line ends between and a key begins. */
  private comma() {
    const { comma } = this.faults
    KEY_FOLLOWS.lastIndex = this.at
    if (!comma || !this.lineEnded || !this.keys.at(-1) || !KEY_FOLLOWS.test(this.text)) return false
    this.change(this.end, this.end, ',', { ...comma, what: 'a comma was missing before the next key.' })
    return true
  }

  private straight() {
    const { text, at, before } = this
    const end = endOfString(text, at)
    if (end < 0) return false
    this.at = end + 1
    return !/[\n\r]/.test(text.slice(at, end)) || (before === ':' && this.joined(at, end))
  }

  /** Line breaks inside the text of a key of which the document shows it. */
  private joined(at: number, end: number) {
    const key = this.word.text
    const fault = this.faults.breaks?.find(({ keys }) => keys.test(key))
    const lines = this.text.slice(at, end).split(/[\n\r]+/, MOST_EDITS + 1)
    if (!fault || lines.length > MOST_EDITS) return false
    const what = `line breaks inside the text of ${key} were left out.`
    this.change(at, end, lines.join(''), { erratum: fault.erratum, what })
    return true
  }

  /** Quotes within such a string could be its end as well as its text: then it is left alone. */
  private curly() {
    const { at } = this
    if (!this.match(CURLY)) return false
    this.change(at, at + 1, '"', { ...this.faults.curly, what: 'curly quotes stood in place of straight ones.' })
    this.change(this.at - 1, this.at, '"')
    return true
  }

  /** The string before a colon. One that comes twice in an object would be lost silently: it has to be documented. */
  private key() {
    const keys = this.keys.at(-1)
    if (!keys || this.before !== 'value') return false
    const name = named(this.word.text)
    const fault = keys.has(name) ? this.faults.twice?.find(({ key }) => key === name) : undefined
    if (fault) {
      const what = `${name} stands here for the second time; the last one counts.`
      this.change(this.word.at, this.word.at, '', { erratum: fault.erratum, what })
    }
    if (keys.has(name) && !fault) return false
    keys.add(name)
    return true
  }

  private match(pattern: RegExp) {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at = pattern.lastIndex
    return found
  }

  private change(at: number, until: number, by: string, told?: Repair) {
    this.edits.push({ at, until, by, ...(told && { told }) })
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]

/** The quote that closes the string which opens here; -1 where there is none. */
function endOfString(text: string, opening: number) {
  for (let at = opening + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at += 1
  }
  return -1
}

/** The name that a key means: the same one can be escaped in several ways. */
function named(written: string): string {
  if (!written.includes('\\')) return written
  return isJson(`"${written}"`) ? JSON.parse(`"${written}"`) : written
}
