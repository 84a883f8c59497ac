/** No body of a MiB, however it was made, holds up the process that receives it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { easyliao, echat } from '../schemas/index.ts'
import { largeForm, largeJson, largeXml } from './receive-hostile.ts'
import { bytes, envelope, FORM, json, listening } from './receive-listening.ts'
import { plain, secure } from './receive-requests.ts'

/** Milliseconds of this process for one request, the least of some tries with pauses: others who use the machine do not count. */
async function worked(run: () => Promise<unknown>) {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 40; round++) {
    const [before, since] = [process.cpuUsage(), performance.now()]
    await run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1_000, performance.now() - since)
    if (least < 90) break
    await sleep(50)
  }
  return least
}

const LONGEST = 100

describe('a MiB blocks the event loop for at most 100 ms', () => {
  const plainly = Object.entries(largeXml).map(([name, text]) => [name, text] as const)
  const tried = async (receiverOf: () => ReturnType<typeof listening>, body: Uint8Array, headers = {}) => {
    const { tell } = receiverOf()
    await tell(bytes('x'))
    let answer = ''
    const least = await worked(async () => {
      answer = await tell(body, headers)
    })
    expect(answer).toMatch(/^(200|400|422) /)
    return least
  }
  const both = async (of: (tolerant: boolean) => ReturnType<typeof listening>, body: Uint8Array, headers = {}) => {
    expect(body.length).toBeLessThanOrEqual(1 << 20)
    for (const tolerant of [false, true])
      expect(await tried(() => of(tolerant), body, headers), `tolerant: ${tolerant}`).toBeLessThanOrEqual(LONGEST)
  }

  test.each(plainly)('Echat plain: %s', async (_name, text) => {
    await both(tolerant => listening(echat, 'visitorTrackPage', plain, { tolerant, deviations: {} }), bytes(text))
  })
  test.each(plainly)('Echat secure: %s', async (_name, text) => {
    await both(
      tolerant => listening(echat, 'visitorTrackPage', secure, { tolerant, deviations: {} }),
      bytes(envelope(bytes(text).subarray(0, 780_000).toString())),
    )
  })
  test.each(Object.entries(largeJson))('Yunduo, EasyLiao and Sobot: %s', async (_name, text) => {
    for (const [, vendor, id, secret] of json)
      await both(tolerant => listening(vendor, id, secret, { tolerant, deviations: {} }), bytes(text))
  })
  test.each(Object.entries(largeForm))('EasyLiao as a form: %s', async (_name, text) => {
    await both(tolerant => listening(easyliao, 'lead', {}, { tolerant, deviations: {} }), bytes(text), FORM)
  })
})
