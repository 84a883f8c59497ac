/** `import 'kefu-kit/vitest'`: the matcher `toMatchContract` for Vitest. */
import { expect } from 'vitest'
import { violationsOf, wordsOf } from './contract.ts'
import type { ContractName } from './names.ts'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: an interface merges only with the type parameters that it was declared with
  interface Matchers<T = any> {
    /** Whether the value keeps to a contract: `echat.chatStart`, `sobot.customerSave.reply`. */
    toMatchContract(name: ContractName): T
  }
}

expect.extend({
  toMatchContract(received: unknown, name: ContractName) {
    const found = violationsOf(name, received)
    return {
      pass: found.length === 0,
      message: () => (found.length ? wordsOf(name, found) : `${name}: expected a value that breaks the contract.`),
    }
  },
})
