/** Checks of an audit: how lists are read. */
import type { Failure } from '../report.ts'
import { type Check, groupedBy, numbered, times } from './check.ts'
import type { Call, Journal } from './journal.ts'

const group = 'Paging'

/** How the vendors ask for a page. */
const asking = [
  { page: 'page_no', size: 'page_size' },
  { page: 'page', size: 'perpage' },
]

/** A page of so few entries is tiny where so many of them are read in a row. */
const TINY = 20
const MANY = 10
/** The same page so often within so many milliseconds, with nothing changed in between, is too often. */
const AGAIN = 5
const MINUTE = 60_000

interface Page {
  call: Call
  number: number
  /** Entries wanted; undefined where the request leaves it to the vendor. */
  wanted: number | undefined
  /** Entries that the vendor gives at most. */
  given: number
  /** Equal for pages of one list. */
  list: string
}

export const paging: readonly Check[] = [
  {
    id: 'pages-are-large-enough',
    title: `Whole lists are not read in pages of ${TINY} entries or fewer.`,
    why: 'Reading 10,000 entries by 15 takes 667 requests; by 100 it takes 100.',
    source: 'The paging parameters of the lists: a larger page may be asked for',
    severity: 'may',
    group,
    of: 'calls',
    find: journal =>
      [...groupedBy(pagesIn(journal), it => it.list)].flatMap(([, all]) => {
        const run = longestRun(all.filter(it => it.given > 0 && it.given <= TINY))
        if (run.length < MANY) return []
        const [first] = run as [Page]
        const size = first.wanted === undefined ? `${first.given}, the default,` : first.given
        return failure(run, `larger pages of ${first.call.name}`, `${run.length} pages of ${size} in a row`)
      }),
  },
  {
    id: 'pages-are-not-larger-than-allowed',
    title: 'No page is asked for that is larger than the vendor gives.',
    why: 'What is cut off without a word is missed by whoever counts pages by the size that was asked for.',
    source: 'The limits in the tables, and the page_size that an answer repeats',
    severity: 'should',
    group,
    of: 'calls',
    find: journal =>
      [...groupedBy(pagesIn(journal).filter(isCut), it => `${it.call.name} ${it.wanted}`)].flatMap(([, all]) => {
        const [{ call, given, wanted }] = all as [Page]
        return failure(all, `at most ${given} entries a page of ${call.name}`, `${wanted}, ${times(all.length)}`)
      }),
  },
  {
    id: 'pages-are-not-read-again-and-again',
    title: 'What was just read is not read again and again.',
    why: 'It costs the limit of calls that the vendor grants, and brings nothing new.',
    source: 'Our own rule: a list that nobody changed need not be read five times in a minute',
    severity: 'may',
    group,
    of: 'calls',
    needs: ['clock'],
    find: ({ calls }) =>
      [...readAgain(calls).values()].map(all => ({
        expected: `fewer than ${AGAIN} within a minute`,
        came: `${all.size} times the same request of ${[...all][0]?.name}`,
        at: entries([...all]),
      })),
  },
]

const entries = (calls: readonly Call[]) =>
  numbered(
    'entry',
    calls.map(it => it.number),
  )

const failure = (pages: readonly Page[], expected: string, came: string): Failure[] => [
  { expected, came, at: entries(pages.map(it => it.call)) },
]

const pagesIn = ({ calls }: Journal): Page[] => calls.flatMap(it => pageOf(it) ?? [])

function pageOf(call: Call): Page | undefined {
  const names = asking.find(({ page, size }) => {
    const known = call.operation?.query?.properties ?? {}
    return page in known && size in known
  })
  if (!names) return undefined
  const asked: Record<string, unknown> = { ...call.query, ...Object(call.body) }
  const { [names.page]: number = 1, [names.size]: size, ...others } = asked
  const list = JSON.stringify([call.name, others.sign ? { ...others, sign: '' } : others])
  const wanted = size === undefined || size === '' ? undefined : Number(size)
  return { call, number: Number(number), wanted, given: givenBy(call, names.size, wanted), list }
}

/** The size that the answer repeats, else the one asked for or the default, as far as the table allows. */
function givenBy({ reply, operation }: Call, name: string, wanted: number | undefined): number {
  const { default: standard = 0, maximum = Infinity } = operation?.query?.properties[name] ?? {}
  const repeated = Number(Object(reply)[name])
  return repeated || Math.min(wanted ?? standard, maximum)
}

const isCut = ({ wanted, given }: Page) => wanted !== undefined && given > 0 && wanted > given

/** The longest run of pages each of which is the one after the last. */
function longestRun(pages: readonly Page[]): Page[] {
  let longest: Page[] = []
  let run: Page[] = []
  for (const page of pages) {
    if (page.number === (run.at(-1)?.number ?? Number.NaN) + 1) run.push(page)
    else run = [page]
    if (run.length > longest.length) longest = run
  }
  return longest
}

/** Reads that came so close together, each time with nothing written since the first of them. */
function readAgain(calls: readonly Call[]): Map<string, Set<Call>> {
  const found = new Map<string, Set<Call>>()
  const recent = new Map<string, Call[]>()
  for (const call of calls) {
    if (!call.reads && call.fate !== 'refused') recent.clear()
    if (call.fate !== 'done' || !pageOf(call)) continue
    const close = [...(recent.get(call.same) ?? []), call].filter(it => call.at - it.at < MINUTE).slice(-AGAIN)
    recent.set(call.same, close)
    if (close.length === AGAIN) found.set(call.same, (found.get(call.same) ?? new Set(close)).add(call))
  }
  return found
}
