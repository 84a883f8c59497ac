/** The errata of sobot, in Chinese. */
import type { ErrataWords } from '../words.ts'
import { labels } from './errata-1.ts'
import { customers } from './errata-2.ts'
import { tracks } from './errata-3.ts'
import { pushes } from './errata-4.ts'

export const errata: ErrataWords = { ...labels, ...customers, ...tracks, ...pushes }
