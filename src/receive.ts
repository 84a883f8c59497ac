/** Receivers to ship: one core, and an adapter for each kind of server. */
export { receiverPlugin } from './receive/fastify.ts'
export { type Inbox, type MemoryInbox, memoryInbox, type Quarantined } from './receive/inbox.ts'
export { type FileInbox, fileInbox, type Writes } from './receive/inbox-file.ts'
export { nodeReceiver } from './receive/node.ts'
export type { Delivery, Deviating, Handlers, Received, ReceiverOptions } from './receive/options.ts'
export { receiver } from './receive/receiver.ts'
export type { RawRequest } from './receive/request.ts'
export { webReceiver } from './receive/web.ts'
