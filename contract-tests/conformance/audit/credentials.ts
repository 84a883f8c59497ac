/** Checks of an audit: what becomes of tokens, secrets and times. */
import type { Vendor } from '../../../schemas/define.ts'
import type { Failure } from '../report.ts'
import { type Check, groupedBy, numbered, times } from './check.ts'
import type { Call, Journal } from './journal.ts'

const group = 'Credentials'

/** Fewer tokens than this say nothing yet. */
const FEW = 3
/** Tokens that several processes of one client may hold side by side. */
const SIDE_BY_SIDE = 5
/** Milliseconds that two clocks may lie apart. */
const APART = 300_000

/** The names under which secrets appear that never leave the client. */
const kept: Record<string, string> = { sobot: '‹sobot.app_key›', okayapi: '‹okayapi.app_secrect›' }

/** Where a token is meant to stand in a header. */
const headerOf = ({ security = {} }: Vendor) => Object.values(security).find(it => it.in === 'header')?.name

const hasLogin = ({ login }: Vendor) => login !== undefined

const tokenSource = '2.1 of the document: keep one token for all services, it is good for expires_in seconds'

export const credentials: readonly Check[] = [
  {
    id: 'token-is-not-fetched-for-every-call',
    title: 'A token serves more than one call.',
    why: 'Each fetch is a request more, and a vendor that lets only the newest token live ends those of the other processes.',
    source: tokenSource,
    severity: 'should',
    group,
    of: 'calls',
    concerns: hasLogin,
    find(journal) {
      const fetched = fetches(journal)
      const served = guarded(journal)
      if (fetched.length < FEW || served.length >= 2 * fetched.length) return []
      const came = `${fetched.length} tokens for ${served.length} calls`
      return [{ expected: 'at least two calls for each token', came, at: entries(fetched) }]
    },
  },
  {
    id: 'token-lives-out-its-time',
    title: 'A new token is fetched when the old one ends.',
    why: 'Logins may be limited, and each new token is one more that can leak.',
    source: tokenSource,
    severity: 'should',
    group,
    of: 'calls',
    concerns: hasLogin,
    find(journal) {
      const fetched = fetches(journal)
      const crowd = fetched.find((_, at) => crowdFrom(fetched, at, journal.vendor).length > SIDE_BY_SIDE)
      if (!crowd) return []
      const all = crowdFrom(fetched, fetched.indexOf(crowd), journal.vendor)
      const came = `${all.length} tokens within the life of the first, ${lifeOf(crowd, journal.vendor) / 1000} s`
      return [{ expected: `at most ${SIDE_BY_SIDE}, for as many processes`, came, at: entries(all) }]
    },
  },
  {
    id: 'refused-token-is-renewed',
    title: 'A token that was refused is not used again.',
    why: 'It stays refused: nothing that is asked with it happens.',
    source: 'The error catalogue: get a new token and send the call once more',
    severity: 'must',
    group,
    of: 'calls',
    needs: ['secrets', 'clock'],
    concerns: vendor => headerOf(vendor) !== undefined,
    find: ({ calls, vendor }) =>
      [...groupedBy(calls, it => tokenOf(it, vendor) ?? '')].flatMap(([token, all]) =>
        token ? usedAgain(all, vendor) : [],
      ),
  },
  {
    id: 'no-token-in-an-address',
    title: 'No token or key stands in an address that belongs into a header or nowhere.',
    why: 'Addresses are written to the logs of every proxy on the way.',
    source: 'The document sends the token in a header',
    severity: 'must',
    group,
    of: 'calls',
    concerns: vendor => headerOf(vendor) !== undefined,
    find({ calls, vendor }) {
      const names = [headerOf(vendor) as string, 'app_key', 'app_secret']
      const found = calls.flatMap(call =>
        Object.keys(call.query)
          .filter(it => names.includes(it))
          .map(name => ({ call, name })),
      )
      return [...groupedBy(found, it => it.name)].map(([name, all]) => ({
        expected: `no parameter ${name} in an address`,
        came: `it stands there ${times(all.length)}`,
        at: entries(all.map(it => it.call)),
      }))
    },
  },
  {
    id: 'secret-is-not-sent',
    title: 'The secret that signs is never sent itself.',
    why: 'Whoever has seen it can sign whatever they like.',
    source: 'The sections on signatures: the secret is only hashed',
    severity: 'must',
    group,
    of: 'calls',
    needs: ['secrets'],
    concerns: ({ id }) => id in kept,
    find({ calls, vendor: { id } }) {
      const found = calls.filter(it => JSON.stringify(it.entry.request).includes(kept[id] as string))
      if (!found.length) return []
      const came = `a request with it ${times(found.length)}`
      return [{ expected: 'a signature made with it', came, at: entries(found) }]
    },
  },
  {
    id: 'times-are-true',
    title: 'The time in a signature is the time of the request, in seconds.',
    why: 'Vendors refuse signatures whose time lies far from theirs; milliseconds lie 50,000 years ahead.',
    source: '2.1 of the document: create_time is now, in seconds since 1970',
    severity: 'should',
    group,
    of: 'calls',
    needs: ['clock'],
    concerns: hasLogin,
    find(journal) {
      const far = fetches(journal, 'asked').filter(it => offBy(it, journal) > APART)
      return far.map(it => ({
        expected: `create_time within ${APART / 1000} s of ${Math.floor(it.at / 1000)}`,
        came: String(it.query.create_time).slice(0, 20),
        at: entries([it]),
      }))
    },
  },
]

const entries = (calls: readonly Call[]) =>
  numbered(
    'entry',
    calls.map(it => it.number),
  )

/** Calls of the vendor's login: those that brought a token, or all. */
const fetches = ({ calls, vendor }: Journal, which: 'brought' | 'asked' = 'brought') =>
  calls.filter(it => it.entry.operation === vendor.login?.operation && (which === 'asked' || it.fate === 'done'))

const guarded = ({ calls }: Journal) => calls.filter(it => it.operation && !it.operation.open)

/** Those from there on that came while the first still held. */
const crowdFrom = (fetched: readonly Call[], at: number, vendor: Vendor) => {
  const first = fetched[at] as Call
  const end = first.at + lifeOf(first, vendor)
  return fetched.slice(at).filter(it => it.at < end)
}

/** Milliseconds. */
function lifeOf({ reply }: Call, { login }: Vendor): number {
  const seconds = (login?.lifetime ?? '').split('.').reduce<unknown>((inner, key) => Object(inner)[key], reply)
  return Number(seconds) * 1000 || 0
}

const tokenOf = ({ entry }: Call, vendor: Vendor) => entry.request.headers[headerOf(vendor) ?? '']

/** Calls under way while the token was refused could not know. */
function usedAgain(all: readonly Call[], vendor: Vendor): Failure[] {
  const refused = all.find(it => it.fate === 'token')
  const later = refused ? all.filter(it => it.at > refused.answeredAt) : []
  if (!refused || !later.length) return []
  return [
    {
      expected: `a new token after ${refused.entry.code} in entry ${refused.number}, from ${vendor.login?.operation}`,
      came: `the same token ${times(later.length)} more`,
      at: entries(later),
    },
  ]
}

/** Milliseconds between create_time and the time of the request, by the world's clock or by the real one that it was moved from. */
function offBy({ query, at }: Call, { lead }: Journal): number {
  const told = Number(query.create_time) * 1000
  const [earliest, latest] = [Math.min(at, at - lead), Math.max(at, at - lead)]
  return Math.max(earliest - told, told - latest) || 0
}
