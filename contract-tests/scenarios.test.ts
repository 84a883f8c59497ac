/** The stories: each message keeps to its contract, and all messages of a story tell of the same people, ids and times. */
import { createRequire } from 'node:module'
import type { TSchema } from '@sinclair/typebox'
import { describe, expect, test } from 'vitest'
import { castOf } from '../mocks/scenarios/cast.ts'
import { places } from '../mocks/scenarios/data/places.ts'
import { scenarios } from '../mocks/scenarios/index.ts'
import { createWorld } from '../mocks/world/world.ts'
import { contractOf, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'
import { violations } from '../src/wire/check.ts'
import { wireOf } from '../src/wire/index.ts'
import { matchQuery, recogniser } from '../src/wire/recognise.ts'
import { all, increasing, moment, read, START, said, stories, tell, the } from './told.ts'

/** Keys that the contract does not know. */
function strange(schema: TSchema, value: unknown, path = ''): string[] {
  const branches = (schema.anyOf ?? [schema]) as TSchema[]
  if (Array.isArray(value)) {
    const list = branches.find(it => it.items)
    return list ? value.flatMap(it => strange(list.items, it, `${path}[]`)) : []
  }
  if (typeof value !== 'object' || value === null) return []
  const shapes = branches.filter(it => it.type === 'object').map(it => it.properties as Record<string, TSchema>)
  if (shapes.some(it => Object.keys(it).length === 0)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = shapes.find(it => Object.hasOwn(it, key))?.[key]
    return field ? strange(field, inner, `${path}.${key}`) : [`${path}.${key}`]
  })
}

describe.each(scenarios)('$id', scenario => {
  test('every message keeps to its contract, has no field that it lacks, and is recognised as its push', () => {
    for (const { vendor, push, message } of stories(scenario.id).flat()) {
      const { contract } = contractOf(vendor, 'push', push)!
      expect(violations(contract.message, message)).toEqual([])
      expect(strange(contract.message, message)).toEqual([])
      expect(recogniser(vendor)({ query: matchQuery(contract.match), body: message })?.id).toBe(push)
    }
  })

  test('comes through the wire unchanged', () => {
    const world = createWorld({ now: () => START })
    for (const { vendor, push, message } of stories(scenario.id).slice(0, 20).flat()) {
      const codec = wireOf(vendor).push!
      const query = matchQuery(contractOf(vendor, 'push', push)!.contract.match)
      const secret = world.credentials(vendor) as never
      const opened = codec.open(codec.seal({ query, body: message }, secret, world.moment()), secret)
      expect(opened.body).toEqual(message)
    }
  })

  test('is told in the order of time, and names its vendors in the order of their first push', () => {
    for (const story of stories(scenario.id)) {
      const times = story.map(it => it.at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times[0]).toBeGreaterThanOrEqual(0)
      expect([...new Set(story.map(it => it.vendor.id))]).toEqual(scenario.vendors)
    }
  })

  test('is the same for the same seed, index and start, and another for any other', () => {
    const text = (...of: [seed: string, index: number, start?: number]) =>
      JSON.stringify(tell(scenario.id, ...of).map(({ at, push, message }) => [at, push, message]))
    expect(text('a', 7)).toBe(text('a', 7))
    expect(new Set([text('a', 7), text('a', 8), text('b', 7), text('a', 7, START + 1000)]).size).toBe(4)
  })

  test('speaks of one visitor, one phone, one place', () => {
    for (const story of stories(scenario.id)) {
      const one = (key: string) => expect(new Set(all(story, key)).size).toBeLessThanOrEqual(1)
      for (const key of ['visitorId', 'trackRecordId', 'visitorStaticId', 'cardId', 'visitorIp', 'ip', 'companyid'])
        one(key)
      const phones = JSON.stringify(story.map(read)).match(/(?<!\d)1\d{10}(?!\d)/g) ?? []
      expect(new Set(phones).size).toBeLessThanOrEqual(1)
      for (const phone of phones) expect(phone).toMatch(/^160/)
    }
  })
})

test('there are at least eight stories, of the four vendors that push, and one crosses vendors', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(8)
  expect(new Set(scenarios.map(it => it.id)).size).toBe(scenarios.length)
  expect(new Set(scenarios.flatMap(it => it.vendors))).toEqual(new Set(['echat', 'yunduo', 'easyliao', 'sobot']))
  expect(scenarios.some(it => it.vendors.length > 2)).toBe(true)
})

test('together they show every push of the four vendors', () => {
  const shown = new Set(scenarios.flatMap(it => tell(it.id, 'a', 0)).map(it => `${it.vendor.id} ${it.push}`))
  const pushes = (Object.values(vendors) as Vendor[]).flatMap(vendor =>
    contracts(vendor, 'push').map(it => `${vendor.id} ${it.id}`),
  )
  expect(pushes.length).toBeGreaterThan(20)
  expect([...shown].sort()).toEqual(pushes.sort())
})

test('staff come and go, hand-overs and messages begin as their codes say', () => {
  const every = scenarios.flatMap(it => tell(it.id, 'a', 0))
  expect(new Set(said(every, 'staffStatus').map(it => it.staffStatus))).toEqual(new Set(['1', '2', '5']))
  expect(new Set(said(every, 'chatStart').map(it => `${it.chatStatus} ${it.chatData.chatEvent}`))).toEqual(
    new Set(['1 1', '1 11', '3 1', '3 12']),
  )
  expect(new Set(said(every, 'crmStatus').map(it => it.crmStatus))).toEqual(new Set(['1', '2', '3']))
})

test('ten thousand conversations have ten thousand phones, ids and talks', () => {
  const casts = Array.from({ length: 10_000 }, (_, index) => castOf({ seed: 'many', index, start: START }))
  const different = (read: (cast: (typeof casts)[number]) => unknown) => new Set(casts.map(read)).size
  expect(different(it => it.person.phone)).toBe(10_000)
  expect(different(it => it.ids.chat)).toBe(10_000)
  expect(different(it => it.ids.visitor)).toBe(10_000)
  expect(different(it => it.ids.staticId)).toBe(10_000)
  expect(different(it => it.ids.customer)).toBe(10_000)
  expect(different(it => it.person.name)).toBeGreaterThan(2000)
  const words = casts.map(({ talk }) =>
    JSON.stringify([talk.robot, talk.first, talk.second].map(it => it.map(line => line.asked))),
  )
  expect(new Set(words).size).toBeGreaterThan(9900)
})

test('nobody is real: reserved addresses, a prefix that no operator has, places that exist', () => {
  const areas = createRequire(import.meta.url)('china-area-data/data.json') as Record<string, Record<string, string>>
  const below = (code: string, name: string) => Object.entries(areas[code] ?? {}).find(it => it[1] === name)?.[0] ?? ''
  for (const { province, city, districts } of places) {
    const code = below('86', province)
    const found = below(code, province === city ? '市辖区' : city)
    for (const district of districts) expect(below(found, district), `${province} ${city} ${district}`).not.toBe('')
  }
  for (let index = 0; index < 500; index++) {
    const { person, visit } = castOf({ seed: 'who', index, start: START })
    expect(person.phone).toMatch(/^160\d{8}$/)
    expect(person.qq).toMatch(/^1600\d{3}$/)
    expect(person.email).toMatch(/^[a-z]+\.\d{8}@example\.com$/)
    expect(person.ip).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/)
    expect(Math.floor((START - moment(`${person.birthday} 00:00:00`)) / (365.25 * 86_400_000))).toBe(person.age)
    for (const { url } of visit.pages) expect(url).toMatch(/^https:\/\/www\.example\.com\//)
  }
})

test('who crosses vendors stays the same person, and comes to each of them in turn', () => {
  for (const story of stories('visitor-to-customer')) {
    const { crmData } = the(story, 'crmStatus')
    const lead = the(story, 'lead')
    const [customer] = the(story, 'customerAdded').content
    expect([lead.name, lead.mobile, lead.email, lead.weixin]).toEqual([
      crmData.name,
      crmData.phone,
      crmData.email,
      crmData.wechat,
    ])
    expect([customer.user_name, customer.user_tels, customer.wx]).toEqual([lead.name, lead.mobile, lead.weixin])
    expect([customer.province_name, customer.city_name]).toEqual([lead.province, lead.city])
    expect(lead.city).toContain(crmData.city)
    expect(the(story, 'keywordReturn').keyword).toBe(lead.keyword)
    const end = the(story, 'chatEnd').chatData
    expect(lead.currentChatJsonDetail.length).toBe(Number(end.visitorSendMsg) + Number(end.staffSendMsg))
    const times = [end.chatEndTime, the(story, 'visitorOut').trackData.visitorOutTime, lead.allocationTime].map(moment)
    expect(increasing([...times, Number(customer.create_datetime) * 1000]), times.join()).toBe(true)
  }
})
