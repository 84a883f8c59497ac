/** No catalogue of errors stands in the document of Echat: nothing to say in Chinese. */
import type { ErrorWords } from '../words.ts'

export const errors: ErrorWords = {}
