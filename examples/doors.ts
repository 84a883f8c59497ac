/** Every door of the package and what its types know; what is marked as an error does not compile. */
import 'kefu-kit/vitest'
import { type Client, echat, fileInbox, nodeReceiver, type sobot, sobotClient } from 'kefu-kit'
import { contracts, sobot as documented } from 'kefu-kit/contracts'
import { easyliao } from 'kefu-kit/contracts/easyliao'
import { echat as alone } from 'kefu-kit/contracts/echat'
import { okayapi } from 'kefu-kit/contracts/okayapi'
import { yunduo } from 'kefu-kit/contracts/yunduo'
import { startMock } from 'kefu-kit/mock'
import type { operations } from 'kefu-kit/openapi/echat.d.ts'
import { defineConfig, type Report, verify } from 'kefu-kit/verify'
import { expect } from 'vitest'

export const client: Client<typeof sobot> = sobotClient({ appid: '…', appKey: '…', baseUrl: 'http://127.0.0.1:4010' })
export const saved = async (): Promise<string> => (await client.labelGroupSave({ body: { name: 'VIP' } })).item
// @ts-expect-error the contract has no such field
export const misspelt = () => client.labelGroupSave({ body: { names: 'VIP' } })

export const pushes: string[] = [alone, easyliao, yunduo].flatMap(it => contracts(it, 'push')).map(it => it.id)
export const operated: string[] = [documented, okayapi].map(it => it.id)

const secret = { token: '…', EncodingAESKey: '…', appId: '…', mode: 'secure' } as const
export const hook = nodeReceiver(echat, {
  secret,
  inbox: fileInbox('inbox.sqlite'),
  on: {
    chatStart({ visitorData }, { transaction }) {
      transaction.run('INSERT INTO visitor VALUES (?)', visitorData.visitorId satisfies string)
    },
  },
})

export async function acknowledged(to: string): Promise<boolean> {
  const mock = await startMock()
  const pushed = await mock.first.push('echat.chatStart', { to })
  await mock.close()
  return pushed.acknowledged
}

export const judged = (): Promise<Report> => verify(echat, { node: hook }, { secret, seed: '1' })

export default defineConfig({
  echat: {
    target: 'http://127.0.0.1:3000/hooks/echat',
    // @ts-expect-error there is no such operation
    effects: { chatStart: [{ operation: 'sobot.customerSaved' }] },
  },
})

export type ChatStart = operations['chatStart']['requestBody']

expect({}).not.toMatchContract('echat.chatStart')
// @ts-expect-error there is no such push
expect({}).not.toMatchContract('echat.chatStarted')
