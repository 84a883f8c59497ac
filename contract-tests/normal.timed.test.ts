/** To make a message normal takes hardly longer than to parse it. */
import { expect, test } from 'vitest'
import { contractOf } from '../schemas/contracts.ts'
import { yunduo } from '../schemas/index.ts'
import { normalised } from '../src/receive/normal.ts'

test('a message of 16 KB takes less than 100 µs, or three times what it takes to parse it', () => {
  const push = contractOf(yunduo, 'push', 'conversation')
  if (!push) throw new Error('no push conversation')
  const text = JSON.stringify(push.contract.examples.documented)
  const spent = (run: (message: unknown) => unknown) =>
    Math.min(
      ...Array.from({ length: 40 }, () => {
        const messages = Array.from({ length: 100 }, () => JSON.parse(text))
        const began = performance.now()
        for (const message of messages) run(message)
        return (performance.now() - began) * 10
      }),
    )
  const parsing = spent(() => JSON.parse(text))
  expect(spent(message => normalised(yunduo, push, message))).toBeLessThan(Math.max(100, 3 * parsing))
})
