/** What every handler of a vendor that pushes JSON is tried with. */
import type { Case } from '../case.ts'
import type { Anatomy } from './json/anatomy.ts'
import { broken } from './json/broken.ts'
import { delivery } from './json/delivery.ts'
import { spellings } from './json/spellings.ts'
import { strangers } from './json/strangers.ts'
import { texts } from './json/texts.ts'

export const jsonCases = (anatomy: Anatomy): Case[] =>
  [strangers, texts, spellings, broken, delivery].flatMap(cases => cases(anatomy))
