/** Where the document contradicts itself, and how we read it. */
import type { Erratum } from '../define.ts'
import { customers } from './errata/customers.ts'
import { labels } from './errata/labels.ts'
import { pushes } from './errata/pushes.ts'

export const errata: readonly Erratum[] = [...labels, ...customers, ...pushes]
