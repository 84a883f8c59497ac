/** The mock inside a test, imported as `kefu-kit/mock`: worlds to call, to drive and to ask. */
export { KefuError } from '../src/wire/errors.ts'
export { type AnyCall, type Call, callsOf, type Wanted } from './testing/calls.ts'
export { assertMatchesContract } from './testing/contract.ts'
export { type Expected, expectCalls, type WaitedFor, waitForCall } from './testing/expectation.ts'
export type { Hold } from './testing/hold.ts'
export type {
  ContractName,
  ContractValue,
  FailureCode,
  Input,
  MessageNamed,
  OperationName,
  Parts,
  PushName,
  Reply,
  VendorName,
} from './testing/names.ts'
export type { Pushed, PushOptions } from './testing/push.ts'
export type { Played, ScenarioOptions } from './testing/scenario.ts'
export { type Mock, type MockOptions, startMock, type WorldChoices } from './testing/start.ts'
export type { Where } from './testing/where.ts'
export type { TestClock, TestWorld, Trouble } from './testing/world.ts'
