/** Every choice that the mock follows changes what it answers, and the tables leave none out. */
import { describe, expect, test } from 'vitest'
import { sideOf } from '../mocks/sides.ts'
import type { Assumption, Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import type { Assumed } from './assumed.ts'
import { okayapiAnswersAssumed } from './okayapi-answers-assumed.ts'
import { okayapiCallsAssumed } from './okayapi-calls-assumed.ts'
import { sobotAnswersAssumed } from './sobot-answers-assumed.ts'
import { sobotCallsAssumed } from './sobot-calls-assumed.ts'
import { sobotPushesAssumed } from './sobot-pushes-assumed.ts'
import { tenant } from './tenant.ts'

describe.each([
  [sobot, [...sobotCallsAssumed, ...sobotAnswersAssumed, ...sobotPushesAssumed]],
  [okayapi, [...okayapiCallsAssumed, ...okayapiAnswersAssumed]],
] as [Vendor, readonly Assumed[]][])('$id', (vendor, rows) => {
  test('the table has each choice of what is followed but the default, and nothing else', () => {
    const followed = sideOf(vendor).follows ?? []
    const wanted = followed.flatMap(name => choicesOf(vendor.assumptions[name]).map(it => `${name} ${it}`))
    const told = rows.map(({ assumption, choice }) => {
      const known = Object.hasOwn(vendor.assumptions[assumption]?.choices ?? {}, choice)
      return `${assumption} ${known ? choice : NUMBER}`
    })
    expect(told.sort()).toEqual(wanted.sort())
  })

  test.each(rows)('$assumption: $choice changes the answer', async ({ assumption, choice, ask, answers }) => {
    const [plain, switched] = [tenant(), tenant()]
    await switched.door('POST', '/assumptions', { [vendor.id]: { [assumption]: choice } })
    expect([await ask(plain), await ask(switched)]).toEqual(answers)
    expect(answers[0]).not.toEqual(answers[1])
    await Promise.all([plain.close(), switched.close()])
  })
})

const NUMBER = 'a number'

/** All but the default. */
const choicesOf = ({ choices, default: standard, number }: Assumption = {} as Assumption) => [
  ...Object.keys(choices).filter(it => it !== standard),
  ...(number ? [NUMBER] : []),
]
