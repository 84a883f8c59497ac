/** What deviates from the contracts is refused, set aside or passed on, as was chosen; what is broken is refused, or repaired and reported. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import { repairMessage, repairText } from '../src/receive/repair.ts'
import { type Delivery, memoryInbox, type ReceiverOptions, receiver } from '../src/receive.ts'
import { asking, company, forgetful, now, plain, pushed, secure, subject, told } from './receive-requests.ts'

type Options = Partial<ReceiverOptions<typeof echat, undefined>>

function listening(options: Options = {}) {
  const seen: string[] = []
  const receive = receiver(echat, {
    secret: plain,
    now,
    on: { chatSubject: message => void seen.push(`handled ${Object.keys(message)}`) },
    onRefused: error => seen.push(`refused ${error.code}`),
    onQuarantined: ({ push, reason }) => seen.push(`quarantined ${push} ${/^[^.]+/.exec(reason)?.[0]}`),
    onUnknown: message => seen.push(`unknown ${Object.keys(Object(message))}`),
    ...options,
  })
  return { seen, tell: async (request: Parameters<typeof receive>[0]) => told(await receive(request)) }
}

const sound = subject('1')
const withMore = {
  ...subject('2'),
  body: Buffer.from(sound.body.toString().replace('</xml>', '<stray>1</stray></xml>')),
}
const unheard = asking(subject('3'), { dataType: 'unheardOf' })
const broken = (() => {
  const { body, ...rest } = subject('4')
  return { ...rest, body: Buffer.from(body.toString().replace(/<chatSubject>.*?<\/chatSubject>/, '')) }
})()

const FIELDS = 'msgId,chatRecordId,chatSubject,chatSubjectMemo,tm'
const fieldsOf = (line: string | undefined) => line?.split(' ')[1]?.split(',').sort().join()

describe('by default', () => {
  test('an event that no contract knows, and a message that breaks its own, are set aside: acknowledged, kept and told of once', async () => {
    const inbox = memoryInbox({ now })
    const { seen, tell } = listening({ inbox })
    for (const request of [unheard, broken, unheard, broken]) expect(await tell(request)).toBe('200 success')
    expect(seen).toEqual([
      'quarantined undefined No contract matches',
      'quarantined chatSubject The message does not keep to the contract',
    ])
    expect(inbox.quarantined().map(it => [it.push, it.reason])).toEqual([
      [undefined, expect.stringContaining('"unheardOf"')],
      ['chatSubject', expect.stringContaining('chatSubject: expected text, got nothing')],
    ])
    expect(inbox.quarantined()[1]?.message).toMatchObject({ msgId: '4' })
  })

  test('a field that the contract does not have is passed on', async () => {
    const { seen, tell } = listening()
    expect(await tell(withMore)).toBe('200 success')
    expect(seen).toEqual([expect.stringMatching(/^handled .*stray$/)])
  })

  test('a message that was set aside and comes again sound is handled', async () => {
    const { seen, tell } = listening()
    await tell(broken)
    await tell(subject('4'))
    expect(seen.map(it => it.split(' ')[0])).toEqual(['quarantined', 'handled'])
  })
})

describe.each([
  [
    'events',
    unheard,
    { refuse: 'refused contract-unknown', quarantine: /^quarantined undefined/, pass: /^unknown / },
    '422 contract-unknown',
  ],
  [
    'violations',
    broken,
    { refuse: 'refused contract-violated', quarantine: /^quarantined chatSubject/, pass: /^handled / },
    '422 contract-violated',
  ],
  [
    'fields',
    withMore,
    { refuse: 'refused contract-violated', quarantine: /^quarantined chatSubject/, pass: /^handled .*stray/ },
    '422 contract-violated',
  ],
] as const)('%s', (kind, request, outcomes, refused) => {
  test.each(['refuse', 'quarantine', 'pass'] as const)('%s', async does => {
    const { seen, tell } = listening({ deviations: { [kind]: does } })
    for (let copy = 0; copy < 3; copy++) expect(await tell(request)).toBe(does === 'refuse' ? refused : '200 success')
    const times = does === 'refuse' || (kind === 'events' && does === 'pass') ? 3 : 1
    expect(seen).toEqual(
      Array(times).fill(typeof outcomes[does] === 'string' ? outcomes[does] : expect.stringMatching(outcomes[does])),
    )
  })

  test('leave a sound message alone, whatever is chosen', async () => {
    for (const does of ['refuse', 'quarantine', 'pass'] as const) {
      const { seen, tell } = listening({ deviations: { [kind]: does } })
      expect(await tell(subject('9'))).toBe('200 success')
      expect(fieldsOf(seen[0])).toBe(FIELDS.split(',').sort().join())
    }
  })
})

test('what cannot be kept is not acknowledged', async () => {
  const { seen, tell } = listening({
    inbox: { ...forgetful, quarantine: () => Promise.reject(new Error('full')) } as never,
  })
  expect(await tell(broken)).toBe('500 handler-failed')
  expect(seen).toEqual(['refused handler-failed'])
})

interface Capture {
  file: string
  contract: string
  part: string
  sound: boolean
  errata?: string[]
}
const captures = ([echat, yunduo, easyliao, sobot] as Vendor[]).flatMap(vendor =>
  (JSON.parse(readFileSync(`contract-tests/captures/${vendor.id}/index.json`, 'utf8')) as Capture[])
    .filter(it => it.part === 'message')
    .map(it => ({
      ...it,
      name: `${vendor.id} ${it.file}`,
      vendor,
      body: readFileSync(`contract-tests/captures/${vendor.id}/${it.file}`),
    })),
)
const secrets: Record<string, object> = { echat: plain, sobot: company }

describe('what the documents print', () => {
  function opening({ vendor, contract, body }: (typeof captures)[number], tolerant: boolean) {
    const refused: { place: unknown; erratum: string | undefined; code: string }[] = []
    const came: { message: unknown; delivery: Delivery }[] = []
    const receive = receiver(vendor, {
      secret: (secrets[vendor.id] ?? {}) as never,
      now,
      tolerant,
      deviations: { violations: 'pass' },
      on: { [contract]: (message: unknown, delivery: Delivery) => void came.push({ message, delivery }) },
      onRefused: ({ place, erratum, code }) => refused.push({ place, erratum, code }),
    })
    const request = { ...pushed(vendor, contract), body }
    return { refused, came, answer: async () => told(await receive(request)) }
  }

  test.each(captures.filter(it => !it.sound))(
    '$name: strict refuses it with line, column and erratum',
    async capture => {
      const { refused, came, answer } = opening(capture, false)
      expect(await answer()).toBe('400 body-malformed')
      expect(came).toEqual([])
      expect(refused).toEqual([
        {
          code: 'body-malformed',
          place: { line: expect.any(Number), column: expect.any(Number), byte: expect.any(Number) },
          erratum: expect.any(String),
        },
      ])
      expect(capture.errata).toContain(refused[0]?.erratum)
    },
  )

  test.each(captures)('$name: tolerant takes exactly what it can repair, and reports each repair', async capture => {
    const { refused, came, answer } = opening(capture, true)
    const text = repairText(capture.vendor, capture.body.toString())
    const answered = await answer()
    if (answered.startsWith('200 ')) {
      const wanted = capture.sound ? [] : text.repairs
      expect(came.length).toBe(1)
      const repairs = came[0]?.delivery.repairs ?? []
      expect(repairs.slice(0, wanted.length)).toEqual(wanted)
      expect(repairs.length > 0).toBe(!capture.sound || repairs.length > 0)
      expect(repairMessage(capture.vendor, came[0]?.message).repairs).toEqual([])
    } else {
      expect([capture.sound, answered, refused.length]).toEqual([false, '400 body-malformed', 1])
    }
  })

  test('the ones that tolerant takes are these', async () => {
    const taken: string[] = []
    for (const it of captures.filter(it => !it.sound))
      if ((await opening(it, true).answer()).startsWith('200 ')) taken.push(it.name)
    expect(taken).toMatchInlineSnapshot(`
      [
        "echat skillStatus.xml",
        "echat chatStart.xml",
        "echat chatEnd.xml",
        "echat chatTransfer.xml",
        "echat visitorEnter.xml",
        "echat keywordReturn.xml",
        "echat visitorTrackPage.xml",
        "yunduo conversation.documented.json",
        "easyliao lead.documented.json",
      ]
    `)
  })

  test('tolerant is no way around the agreed mode', async () => {
    for (const { vendor, contract, body, name } of captures) {
      if (vendor.id !== 'echat') continue
      const receive = receiver(echat, { secret: secure, now, tolerant: true, on: {} })
      const answer = told(await receive({ ...pushed(echat, contract, { secret: secure }), body }))
      expect([name, answer]).toEqual([name, expect.stringMatching(/^400 (mode-mismatch|cipher-malformed)$/)])
    }
  })
})

test('a message comes normalised on demand, with what was changed kept raw, and itself as it was', async () => {
  const seen: { before: unknown; after: ReturnType<Delivery['normalised']>; again: unknown }[] = []
  const receive = receiver(sobot, {
    secret: company,
    now,
    on: {
      customerAdded(message, { normalised }) {
        const before = structuredClone(message)
        seen.push({ before, after: normalised(), again: message })
      },
    },
  })
  expect((await receive(pushed(sobot, 'customerAdded'))).status).toBe(200)
  expect(seen.length).toBe(1)
  expect(seen[0]?.again).toEqual(seen[0]?.before)
  expect(Object.keys(seen[0]?.after.raw ?? {}).length).toBeGreaterThan(0)
})
