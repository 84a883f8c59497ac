/** Our side of the wire, to ship: receive a vendor's pushes, call a vendor's operations. */
export { type Contract, contracts } from '../schemas/contracts.ts'
export type { Credentials, Operation, Operations, Push, Pushes, Vendor, VendorError } from '../schemas/define.ts'
export { easyliao, echat, okayapi, sobot, yunduo } from '../schemas/index.ts'
export { type Calls, type ClientOptions, client, VendorFailure } from './call.ts'
export { type Handlers, type Received, type ReceiverOptions, receiver, receiverPlugin } from './receive.ts'
export { inWords, type Violation, violations } from './wire/check.ts'
export { KefuError, type Place, type ProblemCode, problems } from './wire/errors.ts'
export type { Http } from './wire/wire.ts'
