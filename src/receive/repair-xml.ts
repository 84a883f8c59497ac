/** Finds the documented faults of an XML text and what mends them: all of them, or none where anything else is wrong as well. */
import { type Edit, MOST_EDITS } from './repair-edits.ts'
import type { XmlFaults } from './repair-faults.ts'

interface Element {
  name: string
  /** Where its name stands. */
  at: number
  holdsElements: boolean
}

const TAG = /<(?:(\/?)([A-Za-z_][\w.-]*)[\t\n\r ]*|\?[^<>]*\?)>/y
const CLOSE = /[\t\n\r ]*<\/([A-Za-z_][\w.-]*)/y
const SECTION = '<![CDATA['

/** A glance: false means that none of the faults is there. */
export const suspectXml = (text: string, { headless, sections, closings }: XmlFaults) =>
  sections.some(({ sign }) => sign.test(text)) ||
  closings.some(({ opened, closed }) => text.includes(opened) && text.includes(`</${closed}>`)) ||
  isHeadless(text, headless.begins)

const isHeadless = (text: string, begins: string) => text.trimStart().startsWith(begins)

/** The text is read once from its beginning to its end; undefined where it is broken in a way that no document shows. */
export function xmlEdits(text: string, faults: XmlFaults): Edit[] | undefined {
  const edits: Edit[] = []
  const open: Element[] = []
  const afterSection = sections(text, faults, edits)
  if (isHeadless(text, faults.headless.begins)) {
    edits.push(headless(faults))
    open.push({ name: 'xml', at: 0, holdsElements: true })
  }
  let at = 0
  for (let next = text.indexOf('<'); next >= 0; next = text.indexOf('<', at)) {
    const outer = open.at(-1)
    if (text.startsWith(SECTION, next)) {
      const after = outer && afterSection(outer.name, next + SECTION.length)
      if (after === undefined) return undefined
      at = after
    } else {
      const tag = matchAt(TAG, text, next)
      if (!tag) return undefined
      at = TAG.lastIndex
      const [, slash, name] = tag
      if (name === undefined) continue
      if (slash) {
        if (!isClosed(open.pop(), name, next + 2, faults, edits)) return undefined
      } else {
        if (outer) outer.holdsElements = true
        open.push({ name, at: next + 1, holdsElements: false })
      }
    }
    if (edits.length > MOST_EDITS) return undefined
  }
  return open.length ? undefined : edits
}

const headless = ({ headless: { erratum } }: XmlFaults): Edit => ({
  at: 0,
  until: 0,
  by: '<xml>',
  told: { erratum, what: 'the message began without <xml>.' },
})

function matchAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where a CDATA section ends that stands in an element of that name. One that XML finds sound is never touched. */
function sections(text: string, { sections, closings }: XmlFaults, edits: Edit[]) {
  const properEnd = forward(text, ']]>')
  const isSound = (name: string, end: number) => {
    const closed = matchAt(CLOSE, text, end + 3)?.[1]
    return closed === undefined || closed === name || closings.some(it => it.opened === name && it.closed === closed)
  }
  return (name: string, from: number): number | undefined => {
    const proper = properEnd(from)
    if (proper >= 0 && isSound(name, proper)) return proper + 3
    const close = text.indexOf(`</${name}>`, from)
    const fault = sections.find(({ end }) => close - end.length >= from && text.startsWith(end, close - end.length))
    if (!fault || (proper >= 0 && proper < close)) return undefined
    const { erratum, end } = fault
    const what = `the CDATA section of <${name}> was closed by ${end} in place of ]]>.`
    edits.push({ at: close - end.length, until: close, by: ']]>', told: { erratum, what } })
    return close
  }
}

/** `indexOf` for offsets that only grow: what was found is not looked for again. */
function forward(text: string, word: string) {
  let found: number | undefined
  return (from: number) => {
    if (found === undefined || (found >= 0 && found < from)) found = text.indexOf(word, from)
    return found
  }
}

/** Whether this name may close the element; where a document shows the mistake, both ends get the right name. */
function isClosed(element: Element | undefined, name: string, at: number, { closings }: XmlFaults, edits: Edit[]) {
  if (element?.name === name) return true
  const rule = closings.find(it => it.opened === element?.name && it.closed === name)
  if (!element || !rule || element.holdsElements) return false
  const { erratum, opened, closed, named } = rule
  const what = `<${opened}> was closed by </${closed}>; it is read as ${named}.`
  edits.push({ at: element.at, until: element.at + opened.length, by: named, told: { erratum, what } })
  edits.push({ at, until: at + closed.length, by: named })
  return true
}
