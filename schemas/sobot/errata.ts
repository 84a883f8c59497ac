/** Where the document contradicts itself, and how we read it. */
import type { Erratum } from '../define.ts'
import { answers } from './errata/answers.ts'
import { calls } from './errata/calls.ts'
import { pushes } from './errata/pushes.ts'

export const errata: readonly Erratum[] = [...calls, ...answers, ...pushes]
