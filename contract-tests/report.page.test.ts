/** The report as one page: parsed by parse5, readable in light and dark, and nothing in it is obeyed. */
import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { html } from './conformance/report/html.ts'
import { colours } from './conformance/report/html-style.ts'
import { audit, harm, hostile, hostileReport, report, sound } from './report-cases.ts'

const every = [report, sound, audit, hostileReport]

type Element = DefaultTreeAdapterTypes.Element

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return 'tagName' in node ? [node, ...children] : children
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const attribute = (element: Element | undefined, name: string) => element?.attrs.find(it => it.name === name)?.value

describe('the page', () => {
  const read = (text: string) => {
    const faults: ParserError[] = []
    const document = parse(text, { onParseError: fault => faults.push(fault) })
    return { faults, elements: elementsOf(document) }
  }
  const { faults, elements } = read(html(every, 'must'))
  const named = (...tags: string[]) => elements.filter(it => tags.includes(it.tagName))

  test('has no error of HTML', () => {
    expect(faults.map(it => it.code)).toEqual([])
    expect(html(every, 'must')).not.toMatch(harm)
  })

  test('loads nothing and runs nothing, whatever a handler answered', () => {
    const known =
      'html head meta title style body main h1 h2 h3 div section p table caption thead tbody tr th td fieldset legend label input details summary span code dl dt dd'
    expect(elements.map(it => it.tagName).filter(it => !known.split(' ').includes(it))).toEqual([])
    const attributes = elements.flatMap(it => it.attrs.map(({ name }) => name))
    const harmless = 'lang charset http-equiv content name class scope type id checked open'
    expect(attributes.filter(it => !harmless.split(' ').includes(it))).toEqual([])
    expect(textOf(named('style')[0]!)).not.toMatch(/url\(|@import|@font-face|\/\//)
  })

  test('forbids to load anything, but for the style that it carries', () => {
    const hash = createHash('sha256')
      .update(textOf(named('style')[0]!))
      .digest('base64')
    const policy = named('meta').find(it => attribute(it, 'http-equiv') === 'Content-Security-Policy')
    expect(attribute(policy, 'content')?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  test('shows every case with its title, id, reason and source', () => {
    const cases = named('details').map(textOf)
    const all = every.flatMap(it => it.results)
    expect(cases).toHaveLength(all.length)
    for (const [index, { id, title, why, source }] of report.results.entries())
      for (const text of [id, title, why, source]) expect(cases[index]).toContain(text)
  })

  test('shows what came as text', () => {
    const shown = named('dd').map(textOf)
    expect(shown).toContain(hostile.script)
    expect(shown).toContain(hostile.cdata)
    expect(shown).toContain(hostile.emoji)
    expect(shown).toContain('nul \\x00 bell \\x07 delete \\x7f next \\x85')
    expect(shown).toContain(`${'长'.repeat(2_000)}… (8000 more characters)`)
  })

  test('opens what failed and nothing else', () => {
    const open = named('details').filter(it => attribute(it, 'open') !== undefined)
    expect(open.every(it => /failed|not-run/.test(attribute(it, 'class') ?? ''))).toBe(true)
    expect(open).toHaveLength(2 + hostileReport.results.length)
  })

  test('is for people who hear it: language, one first heading, no level left out, headings of rows and columns', () => {
    expect(attribute(named('html')[0], 'lang')).toBe('en')
    const levels = named('h1', 'h2', 'h3').map(it => Number(it.tagName[1]))
    expect(levels.filter(it => it === 1)).toHaveLength(1)
    expect(levels.every((it, index) => it <= (levels[index - 1] ?? 0) + 1)).toBe(true)
    expect(named('th').every(it => ['col', 'row'].includes(attribute(it, 'scope') ?? ''))).toBe(true)
    expect(named('table').every(it => elementsOf(it).some(({ tagName }) => tagName === 'caption'))).toBe(true)
    const ids = elements.flatMap(it => attribute(it, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('counts the outcomes on its filter, and the style knows each of its buttons', () => {
    const labels = elementsOf(parse(html([report], 'must')))
      .filter(it => it.tagName === 'label')
      .map(textOf)
    expect(labels.map(it => it.trim())).toEqual(['all 5', 'failed 1', 'not run 1', 'passed 2', 'skipped 1'])
    const ids = named('input').map(it => attribute(it, 'id'))
    const style = textOf(named('style')[0]!)
    expect(ids.filter(it => it !== 'show-all' && !style.includes(`#${it}:checked`))).toEqual([])
  })

  test.each(Object.entries(colours))('has enough contrast in %s', (_name, { back, soft, ...inks }) => {
    for (const ink of [inks.text, inks.dim, inks.good, inks.bad])
      for (const ground of [back, soft]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('of nothing is a page, too', () => {
    expect(read(html([], 'must')).faults).toEqual([])
  })
})

/** As WCAG 2 defines it. */
function contrast(one: string, other: string) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(it => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
