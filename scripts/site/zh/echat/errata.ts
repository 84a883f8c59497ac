/** The errata of Echat in Chinese. */
import type { ErrataWords } from '../words.ts'
import { errata1 } from './errata-1.ts'
import { errata2 } from './errata-2.ts'
import { errata3 } from './errata-3.ts'

export const errata: ErrataWords = { ...errata1, ...errata2, ...errata3 }
