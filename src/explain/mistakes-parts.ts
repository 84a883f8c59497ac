/** Mistakes in what is signed: a part missing, doubled, or there without belonging. */
import type { Part, Recipe } from './recipe.ts'
import type { Mistake, Way } from './search.ts'

const ordinary = ({ parts }: Recipe) => parts.filter(it => !it.secret)

/** The places where a part that does not belong may have been joined. */
function* taken(right: Recipe, extra: Part): Iterable<Way<Recipe>> {
  const { parts } = right
  yield [{ ...right, parts: [...parts, extra] }, `${extra.name}, among the others`]
  yield [{ ...right, parts: [...parts, { ...extra, side: 'end' }] }, `${extra.name}, at the end`]
  yield [{ ...right, parts: [{ ...extra, side: 'front' }, ...parts] }, `${extra.name}, in front`]
  const at = parts.findIndex(it => it.secret)
  const before: Part[] = [...parts.slice(0, at), { ...extra, side: 'end' }, ...parts.slice(at)]
  yield [{ ...right, parts: before }, `${extra.name}, before the secret`]
}

const included = (id: string, what: string, cure: string, which: (name: string) => boolean): Mistake<Recipe> => ({
  id,
  what,
  cure,
  *ways(right) {
    for (const extra of right.extras) if (which(extra.name)) yield* taken(right, extra)
  },
})

const kinds = ['Encrypt', 'body', 's']

export const partMistakes: readonly Mistake<Recipe>[] = [
  included(
    'encrypt-included',
    'The ciphertext was signed as well, as WeChat does it',
    'Leave Encrypt out: Echat signs token, timestamp and nonce only.',
    name => name === 'Encrypt',
  ),
  included(
    'body-included',
    'The body was signed as well',
    'Leave the body out; this signature does not cover it.',
    name => name === 'body',
  ),
  included(
    'parameter-included',
    'A parameter was signed that the signature does not cover',
    'Join only what the rule names.',
    name => !kinds.includes(name),
  ),
  {
    ...included(
      's-included',
      'The service was signed, which was not sent',
      'Sign s only when you send it.',
      name => name === 's',
    ),
    alone: true,
  },
  {
    id: 'empty-dropped',
    what: 'Empty values were dropped',
    cure: 'Sign every parameter that is sent, also empty ones, 0 and false.',
    ways: right => [
      [{ ...right, parts: right.parts.filter(it => it.value !== '') }],
      [{ ...right, parts: right.parts.filter(it => !falsy.includes(it.value)) }, '0, false and null with them'],
      [{ ...right, parts: right.parts.filter(it => it.value !== 'null') }, 'null with them'],
    ],
  },
  {
    id: 'parameter-missing',
    what: 'A part was left out',
    cure: 'Join every part that the rule names.',
    ways: right =>
      ordinary(right).map(part => [{ ...right, parts: right.parts.filter(it => it !== part) }, part.name] as const),
  },
  {
    id: 'parameter-doubled',
    what: 'A part was joined twice',
    cure: 'Join every part once.',
    alone: true,
    ways: right =>
      right.parts.map(
        part => [{ ...right, parts: right.parts.flatMap(it => (it === part ? [it, it] : [it])) }, part.name] as const,
      ),
  },
  {
    id: 'empty-printed',
    what: 'Empty values were signed as a word',
    cure: 'An empty value is signed as nothing.',
    alone: true,
    ways: right =>
      ['null', 'undefined', 'None', 'nil'].map(word => [
        { ...right, parts: right.parts.map(it => (it.value === '' ? { ...it, value: word } : it)) },
        word,
      ]),
  },
  {
    id: 'signature-included',
    what: 'The parameter of the signature itself was signed, empty',
    cure: 'Leave the parameter of the signature out.',
    alone: true,
    ways: right => [[{ ...right, parts: [...right.parts, { name: 'sign', value: '' }] }]],
  },
]

const falsy = ['', '0', 'false', 'null']
