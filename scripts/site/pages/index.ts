/** Every maker of pages. Inside of a section its pages stand in the order in which they are made. */
import type { Maker } from '../page.ts'
import { apiPage } from './api.ts'
import { commandPage } from './cli.ts'
import { downloadPage } from './downloads.ts'
import { guidePages } from './guides.ts'
import { home } from './home.ts'
import { libraryPage } from './library.ts'
import { problemPage } from './problems.ts'
import { scenarioPage } from './scenarios.ts'
import { vendorPages } from './vendor.ts'

export const makers: readonly Maker[] = [
  home,
  guidePages,
  vendorPages,
  commandPage,
  libraryPage,
  problemPage,
  apiPage,
  scenarioPage,
  downloadPage,
]
