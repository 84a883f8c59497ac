/** The five documents. */
export { easyliao } from './easyliao/index.ts'
export { echat } from './echat/index.ts'
export { okayapi } from './okayapi/index.ts'
export { sobot } from './sobot/index.ts'
export { yunduo } from './yunduo/index.ts'
