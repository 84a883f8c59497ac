/** What the site says in Chinese, by id of the vendor. */
import { words as easyliao } from './easyliao/index.ts'
import { words as echat } from './echat/index.ts'
import { words as okayapi } from './okayapi/index.ts'
import { words as sobot } from './sobot/index.ts'
import type { VendorWords } from './words.ts'
import { words as yunduo } from './yunduo/index.ts'

export const words: Record<string, VendorWords> = { easyliao, echat, okayapi, sobot, yunduo }
