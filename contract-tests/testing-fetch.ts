/** What the tests of the testing library share: a mock that ends with the test, and a program under test that knows nothing but an address and a token. */
import { Agent, fetch } from 'undici'
import { expect, onTestFinished } from 'vitest'
import { KefuError, type MockOptions, startMock, type TestWorld } from '../mocks/testing.ts'

export const START = 1_700_000_000_000

/** Its clocks stand at START. */
export async function mocking(options: MockOptions = {}) {
  const mock = await startMock({ still: START, ...options })
  onTestFinished(mock.close)
  return mock
}

/** As many sockets as a program has; a thousand at once are refused by the system, not by the mock. */
const dispatcher = new Agent({ connections: 32 })

type Keys = Pick<TestWorld, 'baseUrl' | 'credentials'>

const operations = {
  labelGroupSave: '/api/scrm/5/label_group/save',
  labelSave: '/api/scrm/5/label/save',
  customerSave: '/api/scrm/5/user/save',
}

/** Calls Sobot by HTTP; answers what it says. */
export async function post({ baseUrl, credentials }: Keys, operation: keyof typeof operations, body: unknown) {
  const answer = await fetch(baseUrl.sobot + operations[operation], {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json', token: credentials.sobot.token ?? '' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as { ret_code: string; ret_msg: string; item: string }
}

export async function groupsOf({ baseUrl, credentials }: Keys): Promise<string[]> {
  const answer = await fetch(`${baseUrl.sobot}/api/scrm/5/label_group/list?page_no=1&page_size=100`, {
    dispatcher,
    headers: { token: credentials.sobot.token ?? '' },
  })
  const { items } = (await answer.json()) as { items: { name: string }[] }
  return items.map(it => it.name)
}

/** What the kit refuses it with. */
export async function refusal(work: () => unknown): Promise<KefuError> {
  try {
    await work()
  } catch (error) {
    expect(error).toBeInstanceOf(KefuError)
    return error as KefuError
  }
  throw new Error('nothing was refused')
}
