/** The errata of Yunduo in Chinese. */
import type { ErrataWords } from '../words.ts'
import { errata1 } from './errata-1.ts'
import { errata2 } from './errata-2.ts'

export const errata: ErrataWords = { ...errata1, ...errata2 }
