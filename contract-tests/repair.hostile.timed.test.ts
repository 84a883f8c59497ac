/** Repairs are quick on sound text, and no text of 1 MiB holds them up. */
import { expect, test } from 'vitest'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import { repairText } from '../src/receive/repair.ts'

const senders: Vendor[] = [echat, easyliao, yunduo, sobot]

const MiB = 1_048_576
const filled = (pattern: string, before = '', after = '') =>
  before + pattern.repeat(Math.ceil(MiB / Buffer.byteLength(pattern))) + after

const hostile: Record<string, string> = {
  'sections without an end': filled('<a><![CDATA[', '<xml>'),
  'sections closed wrongly': filled('<a><![CDATA[]]</a>', '<xml>', '</xml>'),
  'sections that name what is not there': filled('<a><![CDATA[]></', '<xml>'),
  'names without an end': filled('a', '<chatStatus><'),
  'blanks in a tag': filled(' ', '<chatStatus></chatStatus', '</xml>'),
  'blanks before the beginning': filled(' ', '', '<chatStatus>'),
  'deep elements': filled('<skillNanme>', '<xml>', '</skillName>'),
  'pairs closed wrongly': filled('<skillNanme>x</skillName>', '<xml>', '</xml>'),
  'blanks after sections': filled('<![CDATA[]]> ', '<a>', ']]</'),
  brackets: filled(']', '<a><![CDATA[', ']]</a>'),
  'curly quotes': filled('“', '{'),
  'curly keys': filled('“a”:1,', '{', '“b”:2}'),
  'backslashes in a text': filled('\\', '{“a”:"', '"}'),
  'escaped quotes': filled('\\"', '{“a”:"', '"}'),
  'no-break spaces': filled('\u00a0', '{', '}'),
  'line breaks in a text': filled('\n', '{"ext":"', '"}'),
  'line breaks and blanks in a text': filled('\n ', '{"ext":"', '"}'),
  'texts with line breaks': filled('{"ext":"\n"},', '[', '0]'),
  'missing commas': filled('"a"\n', '{'),
  'blanks between': filled('"a" \n \n', '{'),
  'deep lists': filled('[', '“'),
}

test.each(Object.entries(hostile))('1 MiB of %s takes at most 100 ms', (_, text) => {
  for (const vendor of senders) {
    const spent: number[] = []
    for (let round = 0; round < 6; round++) {
      const began = performance.now()
      repairText(vendor, text)
      spent.push(performance.now() - began)
      if (spent.some(it => it < 90)) break
    }
    expect(Math.min(...spent), vendor.id).toBeLessThan(100)
  }
})

test.each([
  ['XML', echat, filled('<c1><![CDATA[几个字 and words]]></c1>\n', '<xml>', '</xml>')],
  ['XML in CDATA', echat, filled('几个字 and words ', '<xml><chatContent><![CDATA[', ']]></chatContent></xml>')],
  ['JSON', yunduo, filled('{"msg":"几个字 and words"},', '[', '0]')],
  ['JSON in lines', easyliao, `[${filled('{\n  "msg": "几个字 and “words”"\n},', '', '0]')}`],
] as const)('sound %s of 1 MiB is passed on within 5 ms', (_, vendor, text) => {
  const fastest = (run: () => unknown) => {
    const spent = Array.from({ length: 20 }, () => {
      const began = performance.now()
      run()
      return performance.now() - began
    })
    return Math.min(...spent)
  }
  expect(repairText(vendor, text).text).toBe(text)
  // On a machine where even to parse a text of this size takes as long, that is the measure.
  const parsing = fastest(() => JSON.parse(JSON.stringify(text)))
  expect(fastest(() => repairText(vendor, text))).toBeLessThan(Math.max(5, 2 * parsing))
})
