/** `kefu-kit/mock`: the mock inside a test, and the vendor's side as a library: the mock server and the sender of pushes. */
export { type Delivery, deliver, type Outcome, sealed } from './deliver/deliver.ts'
export { type MessageOptions, messageOf } from './deliver/message.ts'
export { mockServer } from './server.ts'
export * from './testing.ts'
export { createWorld, type World, type WorldOptions } from './world/world.ts'
export { createWorlds, type Worlds, type WorldsOptions } from './world/worlds.ts'
