/** A text of the reference in the language of the page. What lacks its Chinese stands there in English; the build fails on it (`missing.ts`). */
import type { Language } from '../page.ts'
import { libraryWords } from '../zh/library.ts'
import type { Said } from './described.ts'

export const said = ({ key, text }: Said, language: Language): string =>
  language === 'en' ? text : (libraryWords[key] ?? text)
