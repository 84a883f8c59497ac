/** Mistakes in how the parts are joined, digested and printed. */
import { byName, hashed, type Part, type Recipe } from './recipe.ts'
import type { Mistake } from './search.ts'

const CURE_JOIN = 'Join the bare values, with nothing between them.'
const CURE_PRINT = 'Print the digest as the rule says.'

const separators = ['&', ',', '|', '-', '_', ':', ' ', '\n']

const pair = (equals: string) => (part: Part) => `${part.name}${equals}${part.value}`

const joined = (right: Recipe, write: (part: Part) => string, between: string): Recipe => ({
  ...right,
  join: parts => parts.map(write).join(between),
})

/** Pairs, and the bare secret behind them. */
const withBareSecret = (right: Recipe, write: (part: Part) => string, between: string): Recipe => ({
  ...right,
  join(parts) {
    const open = parts.filter(it => !it.secret)
    return open.map(write).join(between) + right.join(parts.filter(it => it.secret))
  },
})

/** The common scheme of other vendors, with the secret among the pairs under some name. */
function* common(right: Recipe) {
  const one = pair('=')
  const among = [one, ...['key', 'secret'].map(name => (it: Part) => one(it.secret ? { ...it, name } : it))]
  for (const write of among) yield joined(right, write, '&')
  yield { ...joined(right, one, '&'), order: byName }
  yield joined(right, it => (it.secret ? it.value : one(it)), '&')
  yield withBareSecret(right, one, '&')
}

export const joinMistakes: readonly Mistake<Recipe>[] = [
  {
    id: 'pairs',
    what: 'Names and values were joined as pairs',
    cure: CURE_JOIN,
    *ways(right) {
      for (const recipe of common(right)) yield [recipe, 'name=value with & between them']
      for (const [equals, between, detail] of [
        ['=', '', 'name=value'],
        ['', '', 'name and value in a row'],
        [':', ',', 'name:value with commas'],
      ] as const) {
        yield [joined(right, pair(equals), between), detail]
        yield [withBareSecret(right, pair(equals), between), detail]
      }
    },
  },
  {
    id: 'separated',
    what: 'Something was put between the values',
    cure: CURE_JOIN,
    ways: right => separators.map(it => [joined(right, part => part.value, it), JSON.stringify(it)]),
  },
  {
    id: 'joined-as-json',
    what: 'The values were joined as JSON',
    cure: CURE_JOIN,
    alone: true,
    *ways(right) {
      const object = (parts: readonly Part[]) =>
        JSON.stringify(Object.fromEntries(parts.map(it => [it.name, it.raw ?? it.value])))
      yield [{ ...right, join: object }, 'all of them']
      const open = (parts: readonly Part[]) => object(parts.filter(it => !it.secret))
      yield [{ ...right, join: parts => open(parts) + right.join(parts.filter(it => it.secret)) }, 'without the secret']
      yield [{ ...right, join: parts => JSON.stringify(parts.map(it => it.raw ?? it.value)) }, 'as a list']
    },
  },
]

const printed = (right: Recipe, change: (print: Recipe['print']) => Recipe['print']): Recipe => ({
  ...right,
  print: change(right.print),
})
const after = (right: Recipe, change: (text: string) => string) =>
  printed(right, print => digest => change(print(digest)))

export const digestMistakes: readonly Mistake<Recipe>[] = [
  {
    id: 'other-hash',
    what: 'Another hash was made',
    cure: 'Use the hash that the rule names.',
    reforms: 'always',
    ways: right => ['md5', 'sha1', 'sha256', 'sha512'].map(it => [{ ...right, digest: hashed(it) }, it] as const),
  },
  {
    id: 'hashed-twice',
    what: 'The digest was digested again',
    cure: 'Digest once.',
    alone: true,
    ways: right => [
      [{ ...right, digest: bytes => right.digest(right.digest(bytes).toString('hex')) }, 'from its hexadecimal digits'],
      [{ ...right, digest: bytes => right.digest(right.digest(bytes).toString('hex').toUpperCase()) }, 'in upper case'],
      [{ ...right, digest: bytes => right.digest(right.digest(bytes)) }, 'from its bytes'],
    ],
  },
  {
    id: 'not-hashed',
    what: 'The joined text was sent without a digest',
    cure: 'Digest it, and change the secret: it has been sent in the clear.',
    reforms: 'wholly',
    ways: right => [[{ ...right, digest: bytes => Buffer.from(bytes), print: bytes => bytes.toString() }]],
  },
  {
    id: 'base64',
    what: 'The digest was printed as base64',
    cure: 'Print it in hexadecimal digits.',
    reforms: 'always',
    ways: right => [
      [{ ...right, print: digest => digest.toString('base64') }],
      [{ ...right, print: digest => digest.toString('base64').replaceAll('+', ' ') }, 'its + turned into blanks'],
      [{ ...right, print: digest => digest.toString('base64url') }, 'of addresses'],
      [{ ...right, print: digest => Buffer.from(right.print(digest)).toString('base64') }, 'of its hexadecimal digits'],
    ],
  },
  {
    id: 'digest-short',
    what: 'Only a part of the digest was sent',
    cure: 'Send the whole digest.',
    reforms: 'always',
    ways: right => [
      [after(right, it => it.slice(8, 24)), 'the 16 digits in the middle'],
      [after(right, it => it.slice(0, 16)), 'the first 16 digits'],
      [after(right, it => it.slice(0, 32)), 'the first 32 digits'],
      [after(right, it => it.slice(0, -1)), 'the last digit is missing'],
    ],
  },
  {
    id: 'zeros-lost',
    what: 'Zeros of the digest were lost',
    cure: 'Print every byte as two digits; a big number printed in hexadecimal loses those in front.',
    reforms: 'always',
    ways: right => [
      [after(right, it => it.replace(/^0+/, '')), 'those in front'],
      [
        after(right, it => it.replace(/(.)(.)/g, (both, first, second) => (first === '0' ? second : both))),
        'in each byte',
      ],
    ],
  },
  {
    id: 'signature-blank',
    what: 'Something stands around the signature',
    cure: 'Send the bare digits.',
    reforms: 'always',
    ways: right => [
      [after(right, it => `${it}\n`), 'a newline behind it'],
      [after(right, it => `${it} `), 'a blank behind it'],
      [after(right, it => ` ${it}`), 'a blank in front'],
      [after(right, it => `"${it}"`), 'quotes'],
      [after(right, it => `0x${it}`), '0x in front'],
    ],
  },
  {
    id: 'wrong-case',
    what: 'The digits of the digest stand in the wrong case',
    cure: CURE_PRINT,
    reforms: 'always',
    social: true,
    ways: right => [[after(right, turned)]],
  },
]

const turned = (text: string) => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase())
