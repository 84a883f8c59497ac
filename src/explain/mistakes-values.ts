/** Mistakes in the values: encoded, decoded, trimmed, printed or written again before they were joined. */
import { gbk, isAscii, latin1, twice, utf16 } from './charset.ts'
import { jsonForms, printedForms } from './forms.ts'
import { changed } from './mistakes-secret.ts'
import type { Part, Recipe } from './recipe.ts'
import type { Mistake } from './search.ts'

type Text = readonly [what: string | undefined, change: (text: string) => string]

/** The same change to every value but the secret, or to some; nothing where nothing changes. */
const valued = (texts: readonly Text[], which: (part: Part) => boolean = () => true): Mistake<Recipe>['ways'] =>
  function* (right) {
    for (const [what, change] of texts) {
      const open = (part: Part) => !part.secret && which(part) && change(part.value) !== part.value
      if (right.parts.some(open)) yield [changed(right, open, it => ({ ...it, value: change(it.value) })), what]
    }
  }

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Half a surrogate pair cannot be encoded. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
const form = (text: string) => new URLSearchParams([['', text]]).toString().slice(1)
const lower = (text: string) => text.replace(/%../g, it => it.toLowerCase())

/** What no address carries is not url-encoded. */
const inAddress = ({ json }: Part) => !json

export const valueMistakes: readonly Mistake<Recipe>[] = [
  {
    id: 'plus-lost',
    what: 'A plus sign and a blank were taken for each other',
    cure: 'Encode + as %2B in the address, and sign the value before it is encoded.',
    ways: valued(
      [
        ['+ was signed and a blank arrived', text => text.replaceAll(' ', '+')],
        ['a blank was signed and + arrived', text => text.replaceAll('+', ' ')],
      ],
      inAddress,
    ),
  },
  {
    id: 'not-decoded',
    what: 'The values were signed as the address carries them, url-encoded',
    cure: 'Sign the values before they are encoded, and check them once they are decoded.',
    ways: valued(
      [
        [undefined, encoded],
        ['blanks as +', form],
        ['in lower case', text => lower(encoded(text))],
        ['in lower case, blanks as +', text => lower(form(text))],
      ],
      inAddress,
    ),
  },
  {
    id: 'decoded-twice',
    what: 'The values were url-decoded once more than they were encoded',
    cure: 'Decode once; a value may hold a percent sign of its own.',
    ways: valued(
      [
        [undefined, decoded],
        ['+ as a blank', text => decoded(text.replaceAll('+', ' '))],
      ],
      inAddress,
    ),
  },
  {
    id: 'value-blank',
    what: 'Blanks, newlines or a byte order mark around a value came or went',
    cure: 'Sign the values exactly as they are sent.',
    ways: valued([
      ['trimmed', text => text.trim()],
      ['with a newline at the end', text => `${text}\n`],
      ['with a carriage return and a newline at the end', text => `${text}\r\n`],
      ['with a byte order mark in front', text => `\uFEFF${text}`],
      ['newlines of Windows', text => text.replace(/\r?\n/g, '\r\n')],
      ['newlines of Unix', text => text.replaceAll('\r\n', '\n')],
    ]),
  },
  {
    id: 'reserialised',
    what: 'The JSON was read and written again before it was signed',
    cure: 'Sign and check the bytes as they are sent, before any parser has seen them.',
    *ways(right) {
      for (const part of right.parts.filter(it => it.json)) {
        for (const [who, write] of jsonForms) {
          const value = write(part.raw)
          if (value !== part.value)
            yield [
              changed(
                right,
                it => it === part,
                it => ({ ...it, value }),
              ),
              who,
            ]
        }
      }
    },
  },
  {
    id: 'value-printed',
    what: 'Values that are no text were printed in another way',
    cure: 'Numbers, true and false as JSON has them, lists and objects as their JSON.',
    *ways(right) {
      const odd = ({ raw, json }: Part) => !json && raw !== undefined && typeof raw !== 'string'
      if (!right.parts.some(odd)) return
      for (const [who, print] of [...printedForms, ...jsonForms])
        yield [changed(right, odd, it => ({ ...it, value: print(it.raw) })), who]
    },
  },
  {
    id: 'charset',
    what: 'The text was signed in another encoding than UTF-8',
    cure: 'Encode as UTF-8 before digesting.',
    *ways(right) {
      yield [{ ...right, encode: utf16 }, 'UTF-16']
      if (right.parts.every(it => isAscii(it.value))) return
      yield [{ ...right, encode: gbk }, 'GBK']
      yield [{ ...right, encode: latin1 }, 'Latin-1']
      yield [{ ...right, encode: twice }, 'UTF-8 twice']
    },
  },
]
