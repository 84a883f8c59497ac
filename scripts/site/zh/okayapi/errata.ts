/** The errata of okayapi, in Chinese. */
import type { ErrataWords } from '../words.ts'
import { first } from './errata-1.ts'
import { second } from './errata-2.ts'

export const errata: ErrataWords = { ...first, ...second }
