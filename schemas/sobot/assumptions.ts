/** What the document leaves open, what we do about it, and what else can be chosen. */
import { answers } from './assumptions/answers.ts'
import { calls } from './assumptions/calls.ts'
import { pushes } from './assumptions/pushes.ts'

export const assumptions = { ...calls, ...answers, ...pushes }
