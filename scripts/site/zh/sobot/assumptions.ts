/** The assumptions about Sobot, in Chinese. */
import type { AssumptionWords } from '../words.ts'
import { calls } from './assumptions-1.ts'
import { answers, pushes } from './assumptions-2.ts'

export const assumptions: AssumptionWords = { ...calls, ...answers, ...pushes }
