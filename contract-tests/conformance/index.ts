/** `kefu-kit/verify`: judges handlers of pushes and clients of operations, from a test or a script. */
export type { Case, Expectation, Sending, Step } from './case.ts'
export { casesOf } from './cases/index.ts'
export { type Config, defineConfig, type ExpectedCall, type HandlerConfig } from './config.ts'
export {
  type Bar,
  below,
  type Count,
  type Coverage,
  countsOf,
  type Failure,
  percentCovered,
  percentOf,
  type Report,
  type Result,
  type Severity,
} from './report.ts'
export type { Target } from './target.ts'
export { type VerifyOptions, verify } from './verify.ts'
