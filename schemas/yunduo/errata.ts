/** Where the document contradicts itself, or is broken. Line numbers are those of the text made from the PDF. */
import type { Erratum } from '../define.ts'
import { aboutExample } from './errata/example.ts'
import { aboutTables } from './errata/tables.ts'

export const errata: readonly Erratum[] = [...aboutTables, ...aboutExample]
