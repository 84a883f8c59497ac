/** Values that mean something in a world: which field of which operation takes the ids of what. */
import type { World } from '../mocks/world/world.ts'
import { okayapi, sobot } from '../schemas/index.ts'

/** Kind of thing → texts that name one; the first suits the documented calls. */
export type Known = { readonly [kind: string]: readonly string[] }

export function knownIn(world: World): Known {
  const { contents } = world.snapshot()
  const ids = (table: string, wanted: (record: never) => boolean = () => true) =>
    (contents[table] ?? []).filter(([, record]) => wanted(record as never)).map(([id]) => id)
  const { appid = '', token = '' } = world.credentials(sobot)
  const { app_key = '' } = world.credentials(okayapi)
  const customers = ids('sobot.customers')
  const [session] = contents['okayapi.sessions'] ?? []
  return {
    groups: ids('sobot.groups'),
    labels: ids('sobot.labels'),
    customers,
    severalCustomers: [...customers, customers.slice(0, 2).join(',')],
    stages: ids('sobot.stages'),
    agents: ids('sobot.staff', (it: { type: number }) => it.type === 2),
    fields: ids('sobot.fields', (it: { field_type: number }) => it.field_type < 3),
    drawn: ['fruit'],
    provinces: ['130000', '110000'],
    cities: ['130300', '130100'],
    users: ['1'],
    plans: ['1'],
    appids: [appid],
    tokens: [token],
    keys: [app_key],
    uuids: session ? [session[0]] : [],
    sessions: session ? [session[1] as string] : [],
  }
}

const byField: Record<string, string> = {
  groupid: 'groups',
  groupId: 'groups',
  user_label: 'labels',
  userid: 'customers',
  ids: 'severalCustomers',
  confirmids: 'severalCustomers',
  stageid: 'stages',
  liable_serviceid: 'agents',
  fieldid: 'fields',
  field_params: 'drawn',
  provinceid: 'provinces',
  proviceid: 'provinces',
  cityid: 'cities',
  user_id: 'users',
  appid: 'appids',
  app_key: 'keys',
  uuid: 'uuids',
  token: 'sessions',
}

/** What an id without another name is the id of, by operation. */
const ofOperation: [operation: RegExp, part: string, kind: string][] = [
  [/^customerLabelUpdate$/, 'body', 'labels'],
  [/^customerLabels$/, 'body', 'customers'],
  [/^labelGroup/, '', 'groups'],
  [/^label/, '', 'labels'],
  [/^customer/, '', 'customers'],
  [/^ASave/, 'body', 'plans'],
]

/** The kind of thing that a field names; undefined when it names nothing. An item of a list that is the whole body has no name. */
export function kindNamedBy(operation: string, part: string, field: string): string | undefined {
  if (field !== 'id' && field !== '') return byField[field]
  return ofOperation.find(([id, where]) => id.test(operation) && (!where || where === part))?.[2]
}
