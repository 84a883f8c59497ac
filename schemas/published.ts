/** `kefu-kit/contracts`: the five documents, and what lists their contracts. */
export { type Contract, contractOf, contracts } from './contracts.ts'
export type {
  CodeOf,
  Credentials,
  Operation,
  Operations,
  Push,
  Pushes,
  Vendor,
  VendorError,
} from './define.ts'
export { easyliao, echat, okayapi, sobot, yunduo } from './index.ts'
