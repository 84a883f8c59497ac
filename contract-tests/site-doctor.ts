/** The doctor and what stands in for Node, as they run in the browser; a test bundles this file. */
export * as buffer from '../scripts/site/browser/node/buffer.ts'
export * as crypto from '../scripts/site/browser/node/crypto.ts'
export { toldIn } from '../scripts/site/browser/signature/words.ts'
export { explain } from '../src/explain/explain.ts'
export { decrypt, encrypt } from '../src/wire/envelope.ts'
