/** Runs the suite against handlers of these tests, each with a world of its own behind it. */
import type { RequestListener } from 'node:http'
import { type Mock, startMock } from '../../mocks/testing/start.ts'
import type { TestWorld } from '../../mocks/testing/world.ts'
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../../schemas/index.ts'
import type { Report } from '../conformance/report.ts'
import type { Target } from '../conformance/target.ts'
import { type VerifyOptions, verify } from '../conformance/verify.ts'
import { type Customer, type Save, savingIn } from './customers.ts'
import type { Account, EchatHandler } from './echat.ts'
import { type JsonHandler, shared } from './leads.ts'

type Options = Partial<VerifyOptions>

/** A kind of handler, and how it is judged. */
export interface Subject {
  vendor: Vendor
  create(world: TestWorld): RequestListener
  /** What it was given. */
  agreed(world: TestWorld): Options
  /** What it saves of a message of any kind. */
  saves(message: never): Partial<Customer> | Partial<Customer>[]
}

export interface Subjects {
  /** Judges a handler; with `effects`, also what it saves. */
  judge(
    subject: Subject,
    options?: Options & { saved?: boolean; target?: (world: TestWorld) => Target },
  ): Promise<Report>
  close(): Promise<void>
}

interface Words {
  msgId?: string
  metaData?: { name?: string }
  crmData?: object
  chatSubjectMemo?: string
  chatData?: { chatContent?: string }
}

export const ofEchat = (Handler: typeof EchatHandler, mode: 'plain' | 'secure' = 'secure'): Subject => {
  const account = (world: TestWorld): Account => ({ ...(world.credentials.echat as Account), mode })
  return {
    vendor: echat,
    create: world => new Handler(account(world), savingIn(world)).listener,
    agreed: world => ({ secret: account(world) as never }),
    saves: ({ msgId, metaData, crmData, chatSubjectMemo, chatData }: Words) => ({
      ...(metaData?.name && !crmData && { nick: metaData.name.trim() }),
      ...(msgId !== undefined && { uname: msgId }),
      remark: chatSubjectMemo ?? chatData?.chatContent ?? '',
    }),
  }
}

type Json = new (save: Save) => JsonHandler

const ofJson =
  (vendor: Vendor, saves: Subject['saves']) =>
  (Handler: Json): Subject => ({
    vendor,
    create: world => new Handler(savingIn(world)).listener,
    agreed: world => ({ secret: world.credentials[vendor.id as 'sobot'] as never, headers: shared }),
    saves,
  })

export const ofYunduo = ofJson(yunduo, ({ cardId }: { cardId: string }) => ({ uname: cardId }))
export const ofEasyliao = ofJson(easyliao, (lead: { visitorStaticId: string; mobile?: string; note?: string }) => ({
  uname: lead.visitorStaticId,
  tel: lead.mobile ?? '',
  remark: lead.note ?? '',
}))
export const ofSobot = ofJson(sobot, ({ content }: { content: { userid: string; remark?: string }[] }) =>
  content.map(({ userid, remark = '' }) => ({ uname: userid, remark })),
)

const effectsOf = ({ vendor, saves }: Subject) => {
  const where = (message: never) => [saves(message)].flat().map(body => ({ body }))
  const saved = [{ operation: 'sobot.customerSave' as const, where }]
  return Object.fromEntries(contracts(vendor, 'push').map(({ id }) => [id, saved]))
}

export async function createSubjects(): Promise<Subjects> {
  const mock: Mock = await startMock()
  let count = 0
  return {
    judge(subject, { saved = false, target, ...options } = {}) {
      const world = mock.world({ id: `behind-${++count}` })
      const run = { seed: '1', ...subject.agreed(world), ...options } as VerifyOptions
      const behind = { mock: mock.url, world: world.id, effects: effectsOf(subject) as never }
      const subjected = target?.(world) ?? { node: subject.create(world) }
      return verify(subject.vendor, subjected, { ...run, ...(saved && behind) })
    },
    close: mock.close,
  }
}
