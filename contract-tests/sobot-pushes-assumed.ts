/** What each choice about Sobot's pushes changes in what arrives. */
import { createHash } from 'node:crypto'
import { sobot } from '../schemas/index.ts'
import { type Arrived, type Assumed, arrivals } from './assumed.ts'
import { START, type Tenant } from './tenant.ts'

/** What arrives at an address that is registered before that happens. */
const pushed = (tenant: Tenant, happens: () => Promise<unknown>, answering?: Parameters<typeof arrivals>[2]) =>
  arrivals(
    tenant,
    async url => {
      await tenant.door('POST', '/endpoints', { vendor: 'sobot', url })
      await happens()
    },
    answering,
  )

/** Whether each attempt to send a new customer was acknowledged, within a minute. */
async function attempts(tenant: Tenant, answering: Parameters<typeof arrivals>[2]) {
  await pushed(
    tenant,
    async () => {
      await saved(tenant)
      await tenant.door('POST', '/clock', { advance: '1m' })
    },
    answering,
  )
  const sent = await tenant.door<{ acknowledged: boolean }[]>('GET', '/outbox')
  return sent.map(it => it.acknowledged)
}

const saved = async ({ call }: Tenant, body: object = {}) =>
  (await call(sobot, 'customerSave', { body: { nick: '林晓然', ...body } })).item as string

/** Events a message; which message is faster is not told. */
const sizes = (all: Arrived[]) => all.map(it => it.body.content?.length ?? 0).sort((one, other) => one - other)

async function saveMany(tenant: Tenant, count: number) {
  for (let at = 0; at < count; at++) await saved(tenant)
}

/** What happened by each message, in the order of its entries. */
const kinds = (all: Arrived[]) => all.map(({ body }) => (body.content ?? []).map(kindOf)).sort()
function kindOf({ merged_userid, update_type }: Record<string, unknown>) {
  if (merged_userid) return 'merged'
  return update_type === '' ? 'added' : 'updated'
}

async function everyKind(tenant: Tenant) {
  const [userid, merged_userid] = [await saved(tenant), await saved(tenant)]
  await tenant.call(sobot, 'customerUpdate', { params: { id: userid }, body: { uname: '林女士' } })
  await saved(tenant)
  await tenant.door('POST', '/acts/sobot/mergeCustomers', { userid, merged_userid })
}

/** Whether the three headers are there and hold. */
function signature(tenant: Tenant, { headers }: Arrived) {
  const { companyid, app_key } = tenant.keys(sobot)
  const [time, code, sign] = ['x-log-timestamp', 'x-log-randomcode', 'x-log-sign'].map(it => headers[it])
  if (!time && !code && !sign) return 'none'
  const own = createHash('md5').update(`${companyid}${time}${code}${app_key}`).digest('hex')
  return own === sign ? `good at ${time}` : 'wrong'
}

/** Types that a push and the API give to the check boxes of a customer. */
async function typesOfCheckBoxes(tenant: Tenant) {
  const { items } = await tenant.call(sobot, 'customFieldList')
  const field = items.find(it => it.field_name === '复选框')
  const { field_id: fieldid, cus_field_data_info_list: options } = field as Record<string, unknown>
  const [option] = options as { data_value: string }[]
  const values = JSON.stringify([{ fieldid, field_value: option?.data_value }])
  const [message] = await pushed(tenant, () => saved(tenant, { ex_field_str: values }))
  const [entry = {}] = message?.body.content ?? []
  const [written] = entry.extend_field_values as { field_type: string }[]
  return [written?.field_type, field?.field_type]
}

const TWO = [1, ...Array<number>(10).fill(2)]

export const sobotPushesAssumed: readonly Assumed[] = [
  {
    assumption: 'pushAcknowledgement',
    choice: 'statusOnly',
    ask: it => attempts(it, { body: '{"code":5}' }),
    answers: [[false, false, false], [true]],
  },
  {
    assumption: 'pushRetries',
    choice: '2',
    ask: it => attempts(it, { status: 500 }),
    answers: [
      [false, false, false],
      [false, false],
    ],
  },
  {
    assumption: 'pushTimeout',
    choice: '1',
    ask: it => attempts(it, { after: 1_200 }),
    answers: [[true], [false, false, false]],
  },
  {
    assumption: 'pushBatch',
    choice: '1',
    ask: async it => sizes(await pushed(it, () => saveMany(it, 21))),
    answers: [[1, 20], Array<number>(21).fill(1)],
  },
  {
    assumption: 'pushBatch',
    choice: '2',
    ask: async it => sizes(await pushed(it, () => saveMany(it, 21))),
    answers: [[1, 20], TWO],
  },
  {
    assumption: 'pushBatchKinds',
    choice: 'mixed',
    ask: async it => kinds(await pushed(it, () => everyKind(it))),
    answers: [
      [['added', 'added', 'added'], ['merged'], ['updated']],
      [['added', 'added', 'updated', 'added', 'merged']],
    ],
  },
  {
    assumption: 'pushSignature',
    choice: 'on',
    ask: async it => (await pushed(it, () => saved(it))).map(message => signature(it, message)),
    answers: [['none'], [`good at ${START + 1000}`]],
  },
  {
    assumption: 'pushFieldTypes',
    choice: 'api',
    ask: typesOfCheckBoxes,
    answers: [
      ['8', 7],
      ['7', 7],
    ],
  },
]
