/** Reports as JSON, as a page, as annotations and as a badge, each judged by an outside reader. */
import { createHash } from 'node:crypto'
import { error, notice, warning } from '@actions/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5'
import { SaxesParser } from 'saxes'
import { describe, expect, test, vi } from 'vitest'
import { badge } from './conformance/report/badge.ts'
import { command, github } from './conformance/report/github.ts'
import { html } from './conformance/report/html.ts'
import { colours } from './conformance/report/html-style.ts'
import { json, ReportFile } from './conformance/report/json.ts'
import { audit, harm, hostile, hostileReport, report, result, sound } from './report-cases.ts'

const every = [report, sound, audit, hostileReport]

describe('JSON', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(JSON.stringify(ReportFile)))

  test.each(['must', 'should', 'may', 0, 50, 100] as const)('keeps to its schema, with the bar %s', bar => {
    validate(JSON.parse(json(every, bar)))
    expect(validate.errors ?? []).toEqual([])
  })

  test('with a field too many or one too few does not keep to it', () => {
    const [entry] = JSON.parse(json([report], 'must')).reports
    expect(validate({ version: 1, reached: true, reports: [{ ...entry, other: 1 }] })).toBe(false)
    const { counts, ...less } = entry
    expect(counts.must).toEqual({ passed: 1, failed: 1, total: 2 })
    expect(validate({ version: 1, reached: true, reports: [less] })).toBe(false)
  })

  test('says how the results add up', () => {
    const { reached, reports } = JSON.parse(json([report, sound, audit], 'must'))
    expect(reached).toBe(false)
    expect(reports[0]).toMatchObject({ percent: 50, bar: 'must', reached: false, below: '1 must failed.' })
    expect(reports[1]).toMatchObject({ percent: 100, reached: true })
    expect(reports[2].coverage).toMatchObject([{ what: 'operations', percent: 40 }, { percent: 100 }])
  })

  test('holds every answer whole, and half a surrogate pair as the replacement character', () => {
    const { results } = JSON.parse(json([hostileReport], 'must')).reports[0]
    const came = results
      .slice(0, Object.keys(hostile).length)
      .map((it: (typeof report.results)[0]) => it.failures[0]?.came)
    expect(came).toEqual(Object.values(hostile).map(it => it.toWellFormed()))
  })
})

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

describe('annotations', () => {
  const written = (work: () => void) => {
    const chunks: string[] = []
    const write = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => Boolean(chunks.push(String(chunk))))
    try {
      work()
    } finally {
      write.mockRestore()
    }
    return chunks.join('')
  }
  const theirs = { error, warning, notice }

  test.each(Object.entries(hostile))('are written as GitHub’s own library writes them: %s', (_name, text) => {
    for (const name of ['error', 'warning', 'notice'] as const)
      expect(command(name, text, text)).toBe(written(() => theirs[name](text, { title: text })))
  })

  test('are errors, warnings or notices by severity, for what did not pass', () => {
    const results = (['must', 'should', 'may'] as const).flatMap(severity =>
      (['passed', 'failed', 'skipped', 'not-run'] as const).map(outcome => result({ severity, outcome })),
    )
    const lines = github([{ ...report, results }], 'may').split('\n')
    expect(lines.map(it => it.split(' ')[0])).toEqual([
      ...['::error', '::error', '::error', '::warning', '::warning', '::notice', '::notice'],
      '',
    ])
    expect(lines[0]).toBe('::error title=kefu verify echat::2 must, 2 should, 2 may failed.')
  })

  test('say what was expected, what came and why it matters', () => {
    expect(github([report], 'must').split('\n')[1]).toBe(
      '::error title=echat.replayed-signature::A signature is taken once.%0Aexpected: a refusal%0Acame: status 200, body "success"%0Aat: request 2%0Awhy: Whoever sees one push could forge the next.%0Asource: erratum echat.3%0Areplay: kefu verify echat --seed 7 --only echat.replayed-signature%0Arequest: kefu-report/echat.replayed-signature.curl',
    )
  })

  test('have a line each, whatever a handler answered', () => {
    const text = github([hostileReport], 'must')
    expect(text).not.toMatch(harm)
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter(it => !it.startsWith('::error title=')),
    ).toEqual([])
    expect(text.trimEnd().split('\n')).toHaveLength(hostileReport.results.length + 1)
  })

  test('of a sound report are none', () => {
    expect(github([sound], 'may')).toBe('')
  })
})

describe('the badge', () => {
  const read = (svg: string) => {
    let [text, title, label] = ['', '', '']
    const open: string[] = []
    const parser = new SaxesParser()
    parser.on('opentag', ({ name, attributes }) => {
      open.push(name)
      if (name === 'svg') label = String(attributes['aria-label'])
      for (const value of Object.values(attributes))
        if (/^https?:/.test(String(value))) expect(value).toMatch(/w3\.org\/2000\/svg$/)
    })
    parser.on('text', words => {
      if (open.at(-1) === 'title') title += words
      else text += `${words}|`
    })
    parser.on('closetag', () => open.pop())
    parser.write(svg.trimEnd()).close()
    return { text, title, label }
  }

  test('says how much holds, to those who do not see it as well', () => {
    const said = {
      text: 'sobot conformance|100 %|',
      title: 'sobot conformance: 100 %',
      label: 'sobot conformance: 100 %',
    }
    expect(read(badge([sound], 'must'))).toEqual(said)
  })

  test('says failing as soon as one report is below the bar', () => {
    expect(read(badge([sound, report], 'must')).text).toBe('sobot + echat conformance|failing|')
  })

  test('has the percents of all reports, where each reaches the bar', () => {
    expect(read(badge([sound, { ...report, vendor: 'yunduo' }, { ...sound, vendor: 'echat' }], 10)).text).toBe(
      '3 vendors conformance|66 %|',
    )
  })

  test('has of an audit the least coverage', () => {
    expect(read(badge([audit], 'must')).text).toBe('okayapi coverage|40 %|')
  })

  test('is well-formed whatever the vendor is called', () => {
    expect(read(badge([hostileReport], 'must')).text).toContain('<script>alert(1)</script>')
  })
})
