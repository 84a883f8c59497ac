/** An inbox that remembers nothing, for tests that send many messages with one msgId, as the documents print them. */
import type { Inbox } from '../src/receive.ts'

export const forgetful: Inbox = {
  async once(_key, handle) {
    await handle(undefined)
    return true
  },
  async quarantine() {},
}
