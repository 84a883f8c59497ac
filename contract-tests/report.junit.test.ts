/** JUnit XML, as strict parsers and a reader of JUnit take it. */
import { parse } from 'junit2json'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { junit } from './conformance/report/junit.ts'
import { audit, hostileReport, report, sound } from './report-cases.ts'

// It takes text that looks like a number for one.
const read = async (text: string) => JSON.parse(JSON.stringify(await parse(text)))

test('each group is a suite, and each case has its class, name, time and outcome', async () => {
  const { testsuite, ...all } = await read(junit([report, sound], 'must'))
  expect(all).toEqual({ name: 'kefu', tests: 6, failures: 1, errors: 1, skipped: 1, time: 5 })
  expect(testsuite.map((it: { name: string }) => it.name)).toEqual([
    'echat: everyday',
    'echat: forged messages',
    'echat: late',
    'sobot: everyday',
  ])
  expect(testsuite[1]).toMatchObject({
    tests: 2,
    failures: 1,
    errors: 0,
    skipped: 1,
    time: 1.246,
    timestamp: '2026-01-02T03:04:05.000Z',
    properties: [
      { name: 'target', value: 'http://127.0.0.1:3000/hooks/echat?a=1&b=2' },
      { name: 'seed', value: 7 },
    ],
    testcase: [
      {
        classname: 'kefu.verify.echat.forged messages',
        name: 'echat.replayed-signature: A signature is taken once.',
        time: 1.234,
        failure: [{ type: 'must', message: 'expected a refusal, came status 200, body "success"' }],
      },
      { name: 'echat.skipped: The mode is kept.', skipped: [{ message: 'The mode is plain.' }] },
    ],
  })
  expect(testsuite[2].testcase[0]).toMatchObject({ error: [{ type: 'not-run', message: 'The handler is gone.' }] })
})

test('a failure says in its text what came, why it matters and how to run it again', async () => {
  const { testsuite } = await read(junit([report], 'must'))
  expect(testsuite[1].testcase[0].failure[0].inner.split('\n')).toEqual([
    'expected: a refusal',
    'came: status 200, body "success"',
    'at: request 2',
    'why: Whoever sees one push could forge the next.',
    'source: erratum echat.3',
    'replay: kefu verify echat --seed 7 --only echat.replayed-signature',
    'request: kefu-report/echat.replayed-signature.curl',
  ])
})

test('every case carries its severity', () => {
  const severities: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'property' && attributes.name === 'severity') severities.push(String(attributes.value))
  })
  parser.write(junit([report], 'must')).close()
  expect(severities).toEqual(['must', 'should', 'must', 'must', 'may'])
})

test('a run that stopped is an error, even where no case failed', async () => {
  const { errors, testsuite } = await read(junit([{ ...sound, stopped: 'The handler is gone.' }], 'must'))
  expect(errors).toBe(1)
  expect(testsuite[0].testcase[0].error[0].message).toBe('The handler is gone.')
})

test('coverage fails below a bar in percent, and below no other', async () => {
  expect((await read(junit([audit], 'must'))).failures).toBe(0)
  const { failures, testsuite } = await read(junit([audit], 41))
  expect(failures).toBe(1)
  expect(testsuite[0].testcase[0]).toMatchObject({
    name: 'operations: 2 of 5 covered',
    failure: [{ message: 'expected at least 41 %, came 40 %' }],
    'system-out': ['missing: tableSave, tableDelete, tableCount'],
  })
})

test('whatever a handler answered, the XML is well-formed and loses no case', async () => {
  const text = junit([hostileReport], 'must')
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })
  parser.on('error', error => faults.push(error.message))
  parser.write(text).close()
  expect(faults).toEqual([])
  const { tests, errors, testsuite } = await read(text)
  expect([tests, errors]).toEqual([hostileReport.results.length + 2, hostileReport.results.length / 2 + 1])
  const inner = (name: string) =>
    testsuite
      .flatMap((it: { testcase: { name: string; failure?: { inner: string }[] }[] }) => it.testcase)
      .find((it: { name: string }) => it.name.startsWith(`echat.${name}:`)).failure[0].inner
  expect(inner('cdata')).toContain('came: a ]]> b\n')
  expect(inner('script')).toContain('came: <script>alert(1)</script>')
  expect(inner('controls')).toContain('came: nul \\x00 bell')
  expect(inner('noncharacters')).toContain('came: not \\ufffe nor \\uffff')
  expect(inner('entity')).toContain('came: &amp; &#0; &lt;\n')
  expect(inner('long')).toContain('长… (8000 more characters)')
})
