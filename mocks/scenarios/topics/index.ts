/** The topics of all conversations. */
import { checkup } from './checkup.ts'
import { postgraduate } from './postgraduate.ts'
import { renovation } from './renovation.ts'
import { returns } from './returns.ts'
import { software } from './software.ts'
import type { Topic } from './topic.ts'

export type { Topic } from './topic.ts'

export const topics: readonly Topic[] = [postgraduate, software, returns, renovation, checkup]
