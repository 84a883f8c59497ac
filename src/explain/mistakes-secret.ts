/** Mistakes with credentials: the wrong one, in the wrong place, or with something around it. */
import { createHmac } from 'node:crypto'
import { byName, type Part, type Recipe } from './recipe.ts'
import type { Mistake, Way } from './search.ts'

type Change = (part: Part) => Part

export const changed = (recipe: Recipe, which: (part: Part) => boolean | undefined, change: Change): Recipe => ({
  ...recipe,
  parts: recipe.parts.map(it => (which(it) ? change(it) : it)),
})

const isSecret = (part: Part) => part.secret
const secretOf = ({ parts }: Recipe) => parts.filter(isSecret)
const without = (recipe: Recipe) => recipe.parts.filter(it => !it.secret)

const blanks: readonly (readonly [what: string, change: (text: string) => string])[] = [
  ['a newline at its end', text => `${text}\n`],
  ['a carriage return and a newline at its end', text => `${text}\r\n`],
  ['a blank at its end', text => `${text} `],
  ['a blank in front', text => ` ${text}`],
  ['a byte order mark in front', text => `\uFEFF${text}`],
  ['quotes around it', text => `"${text}"`],
  ['without the blanks around it', text => text.trim()],
]

export const secretMistakes: readonly Mistake<Recipe>[] = [
  {
    id: 'credentials-swapped',
    what: 'Two credentials changed places',
    cure: 'Put each credential into its own place.',
    *ways(right) {
      const held = right.parts.filter(it => it.credential)
      for (const [at, one] of held.entries()) {
        for (const other of held.slice(at + 1)) {
          const swap: Change = part => ({ ...part, value: (part.name === one.name ? other : one).value })
          const both = (part: Part) => part === one || part === other
          yield [changed(right, both, swap), `${one.name} and ${other.name}`]
        }
      }
    },
  },
  {
    id: 'other-credential',
    what: 'Another credential of the same tenant was used',
    cure: 'Use the credential that the rule names.',
    *ways(right) {
      for (const part of right.parts.filter(it => it.credential)) {
        for (const [name, value] of Object.entries(right.credentials)) {
          if (value !== part.value)
            yield [
              changed(
                right,
                it => it === part,
                it => ({ ...it, value }),
              ),
              inPlace(name, part),
            ]
        }
      }
    },
  },
  {
    id: 'secret-missing',
    what: 'The secret was left out',
    cure: 'Join the secret, too; beware of the one worked example that OkayAPI has published, which lacks it.',
    ways: right => [[{ ...right, parts: without(right) }]],
  },
  {
    id: 'secret-in-front',
    what: 'The secret was put in front',
    cure: 'Put the secret where the rule names it.',
    ways: right => [[moved(right, secretOf(right), [])]],
  },
  {
    id: 'secret-at-end',
    what: 'The secret was put at the end',
    cure: 'Put the secret where the rule names it.',
    ways: right => [[moved(right, [], secretOf(right))]],
  },
  {
    id: 'secret-on-both-sides',
    what: 'The secret was put in front and at the end',
    cure: 'Join the secret once, where the rule names it.',
    ways: right => [[moved(right, secretOf(right), secretOf(right))]],
  },
  {
    id: 'secret-sorted-in',
    what: 'The secret was sorted in among the parameters',
    cure: 'Sort without the secret, then append it.',
    *ways(right) {
      if (right.order !== byName) return
      for (const name of [...secretOf(right).map(it => it.name), 'secret', 'key'])
        yield [changed(right, isSecret, ({ side: _side, ...it }) => ({ ...it, name })), `under the name ${name}`]
    },
  },
  {
    id: 'secret-blank',
    what: 'The secret was used with something around it, or its blanks were lost',
    cure: 'Use the secret exactly as it was issued; look for a newline or a blank in the settings.',
    ways: right =>
      blanks.map(([what, change]) => [changed(right, isSecret, it => ({ ...it, value: change(it.value) })), what]),
  },
  {
    id: 'secret-case',
    what: 'The secret was used in another case',
    cure: 'Use the secret exactly as it was issued.',
    alone: true,
    ways: right => [
      [changed(right, isSecret, it => ({ ...it, value: it.value.toUpperCase() })), 'in upper case'],
      [changed(right, isSecret, it => ({ ...it, value: it.value.toLowerCase() })), 'in lower case'],
    ],
  },
  {
    id: 'hmac',
    what: 'An HMAC was made',
    cure: 'Use the plain hash and join the secret as the rule says.',
    reforms: 'sometimes',
    *ways(right): Iterable<Way<Recipe>> {
      const key = secretOf(right)[0]?.value ?? ''
      for (const algorithm of ['sha256', 'sha1', 'md5']) {
        const digest: Recipe['digest'] = bytes => createHmac(algorithm, key).update(bytes).digest()
        yield [{ ...right, digest, parts: without(right) }, `hmac-${algorithm} with the secret as its key`]
        yield [{ ...right, digest }, `hmac-${algorithm} with the secret as its key and joined as well`]
      }
    },
  },
]

const inPlace = (name: string, part: Part) =>
  name === part.name ? `the ${name} that was issued in place of the one that came` : `${name} in place of ${part.name}`

const moved = (right: Recipe, front: readonly Part[], end: readonly Part[]): Recipe => ({
  ...right,
  parts: [
    ...front.map(it => ({ ...it, side: 'front' as const })),
    ...without(right),
    ...end.map(it => ({ ...it, side: 'end' as const })),
  ],
})
