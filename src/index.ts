/** Our side of the wire, to ship: receive a vendor's pushes, call a vendor's operations. */
export { type Contract, contracts } from '../schemas/contracts.ts'
export type {
  CodeOf,
  Credentials,
  Operation,
  Operations,
  Push,
  Pushes,
  Vendor,
  VendorError,
} from '../schemas/define.ts'
export { easyliao, echat, okayapi, sobot, yunduo } from '../schemas/index.ts'
export {
  type CallOptions,
  type Calls,
  type Client,
  type ClientOptions,
  client,
  type Each,
  isFailureOf,
  okayapiClient,
  type PageOptions,
  type Settings,
  sobotClient,
  type Transport,
  type UnknownCode,
  VendorFailure,
} from './call.ts'
export { type ExplainOptions, type Explanation, explain } from './explain/explain.ts'
export {
  type Delivery,
  type Deviating,
  type FileInbox,
  fileInbox,
  type Handlers,
  type Inbox,
  type MemoryInbox,
  memoryInbox,
  nodeReceiver,
  type Quarantined,
  type RawRequest,
  type Received,
  type ReceiverOptions,
  receiver,
  receiverPlugin,
  type Writes,
  webReceiver,
} from './receive.ts'
export { inWords, type Violation, violations } from './wire/check.ts'
export { KefuError, type Place, type ProblemCode, problems } from './wire/errors.ts'
export type { Http } from './wire/wire.ts'
