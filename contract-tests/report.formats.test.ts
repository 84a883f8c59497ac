/** Reports as JSON, as a page, as annotations and as a badge, each judged by an outside reader. */
import { error, notice, warning } from '@actions/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { SaxesParser } from 'saxes'
import { describe, expect, test, vi } from 'vitest'
import { badge } from './conformance/report/badge.ts'
import { command, github } from './conformance/report/github.ts'
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
