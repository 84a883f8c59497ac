/** Sobot's side: the keys and tokens of a tenant, what its console is set to, and what its operations do. */
import { Type as T } from '@sinclair/typebox'
import { sobot as vendor } from '../../schemas/index.ts'
import type { Choose } from '../../src/wire/wire.ts'
import type { Behaviour } from '../behaviour.ts'
import type { Sending } from '../deliver/sending.ts'
import { repeats } from '../repeats.ts'
import type { Side } from '../sides.ts'
import type { World } from '../world/world.ts'
import { catalogue } from './catalogue.ts'
import { customerDetail } from './customer-detail.ts'
import { customerLabels } from './customer-labels.ts'
import { customerList } from './customer-list.ts'
import { customerChanges } from './customers.ts'
import { trail } from './dynamics.ts'
import { furnish } from './furnish.ts'
import { labelGroups } from './label-groups.ts'
import { labelOperations } from './labels.ts'
import { merge } from './merge.ts'
import { ownership } from './ownership.ts'
import { expire, identify, receive } from './receive.ts'
import { fail, refuse } from './refusals.ts'
import { regionLists } from './regions.ts'
import { seal } from './seal.ts'
import { followUp } from './stages.ts'
import { issueFirst, token } from './token.ts'

const behaviour: Behaviour<typeof vendor> = {
  ...token,
  ...labelGroups,
  ...labelOperations,
  ...customerLabels,
  ...customerChanges,
  ...ownership,
  ...customerList,
  ...customerDetail,
  ...trail,
  ...followUp,
  ...catalogue,
  ...regionLists,
}

const Merger = T.Object({ userid: T.String(), merged_userid: T.String() }, { additionalProperties: false })

const { accepts } = vendor.push!.acknowledgement

const sending = (choose: Choose): Sending => ({
  delays: repeats(Number(choose('pushRetries')) - 1, index => (index ? 5_000 : 1_000)),
  timeout: Number(choose('pushTimeout')) * 1_000,
  accepts: choose('pushAcknowledgement') === 'statusOnly' ? { status: accepts.status } : accepts,
})

export const sobot: Side = {
  credentials: (random, mark) => ({
    appid: random(16).toString('hex'),
    app_key: random(16).toString('hex'),
    companyid: random(16).toString('hex'),
    token: mark + random(12).toString('hex'),
  }),
  follows: [
    'tokenChecks',
    'createTimeWindow',
    'errorStatus',
    'oldTokens',
    'expiresIn',
    'tokenLifetime',
    'requiredFields',
    'missingFieldCode',
    'printedPaths',
    'emittedTypes',
    'regionAnswers',
    'maxPageSize',
    'dynamicPageSize',
    'bizTimeUnit',
    'confirmEffect',
    'pushAcknowledgement',
    'pushRetries',
    'pushTimeout',
    'pushBatch',
    'pushBatchKinds',
    'pushSignature',
    'pushFieldTypes',
  ],
  begin(world) {
    issueFirst(world)
    furnish(world)
  },
  identify,
  receive,
  seal,
  expire,
  refuse,
  fail,
  packing({ switches }, push) {
    const mixed = switches.choice(vendor, 'pushBatchKinds') === 'mixed'
    return { group: mixed ? 'crm' : push, size: Number(switches.choice(vendor, 'pushBatch')), within: 1_000 }
  },
  pack: content => ({ sys_code: '50', type: 'crm', content }),
  sending,
  acts: [
    {
      id: 'mergeCustomers',
      input: Merger,
      run({ userid, merged_userid }: { userid: string; merged_userid: string }, world: World) {
        merge(world, userid, merged_userid)
        return { userid, merged_userid }
      },
    },
  ],
  behaviour,
}
