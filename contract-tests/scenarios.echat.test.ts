/** The stories of Echat: ids, times, durations and counts agree across the messages of a visit. */
import { expect, test } from 'vitest'
import { scenarios } from '../mocks/scenarios/index.ts'
import { localTime } from '../mocks/times.ts'
import { all, between, increasing, moment, ROUNDS, read, START, said, stories, tell, the } from './told.ts'

const told = scenarios.filter(it => it.vendors.includes('echat'))
const conversations = told.flatMap(it => stories(it.id)).map(story => story.filter(it => it.vendor.id === 'echat'))

test('no id of a message comes twice in a seed, and tm is the moment of the event', () => {
  for (const { id } of told) {
    const events = Array.from({ length: 300 }, (_, index) => tell(id, 'one', index)).flat()
    const ids = all(events, 'msgId')
    expect(ids.length).toBeGreaterThan(300)
    expect(new Set(ids).size).toBe(ids.length)
  }
  for (const event of conversations.flat()) expect(read(event).tm).toBe(`${START + event.at}`)
})

test('a visitor enters, asks, is answered, is done and leaves, in this order', () => {
  for (const story of conversations) {
    const times = [the(story, 'visitorEnter').visitorData.visitorEnterTime]
    const robot = the(story, 'robotChatStart')
    if (robot) times.push(robot.chatData.chatRequestTime, the(story, 'robotChatEnd').chatData.chatEndTime)
    const start = the(story, 'chatStart')
    if (start?.chatStatus === '1') {
      // A hand-over is asked for when the robot stops.
      if (!robot) times.push(start.chatData.chatRequestTime)
      else expect(start.chatData.chatRequestTime).toBe(times.at(-1))
      times.push((the(story, 'chatAnswer') ?? start).chatData.chatAnswerTime)
    }
    if (start) times.push(the(story, 'chatEnd').chatData.chatEndTime)
    times.push(the(story, 'visitorOut').trackData.visitorOutTime)
    expect(increasing(times.map(moment)), times.join()).toBe(true)
  }
})

test('each push is sent when what it tells of happens', () => {
  for (const event of conversations.flat()) {
    const { chatData = {}, trackData = {}, transferData = {} } = read(event)
    const { chatEndTime, chatAnswerTime, chatRequestTime } = chatData
    const time =
      chatEndTime ?? chatAnswerTime ?? chatRequestTime ?? trackData.visitorOutTime ?? transferData.transferTime
    if (time) expect(time).toBe(localTime(START + event.at))
  }
})

test('durations are the differences of the times, in the unit of their table', () => {
  for (const story of conversations) {
    const out = the(story, 'visitorOut').trackData
    const entered = the(story, 'visitorEnter').visitorData.visitorEnterTime
    expect(Number(out.visitTotalTime) * 1000).toBe(between(entered, out.visitorOutTime))
    for (const kind of ['chat', 'robotChat']) {
      const [start, end] = [the(story, `${kind}Start`)?.chatData, the(story, `${kind}End`)?.chatData]
      if (!start) continue
      const answer = the(story, 'chatAnswer')?.chatData
      const answered = answer?.chatAnswerTime ?? start.chatAnswerTime ?? start.chatRequestTime
      expect(Number(end.chatTotalTime)).toBe(between(answered, end.chatEndTime))
      if (end.chatWaitTime) expect(Number(end.chatWaitTime)).toBe(between(start.chatRequestTime, answered))
      if (answer) expect(Number(answer.chatWaitTime) * 1000).toBe(Number(end.chatWaitTime))
    }
  }
})

test('counts and answering times are those of the transcript', () => {
  let transcripts = 0
  for (const story of conversations) {
    for (const { chatData } of said(story, 'chatContent')) {
      const lines = linesOf(chatData.chatContent)
      const replies = lines.flatMap((it, place) => (it.speaker === '访客' ? [] : [it.at - lines[place - 1]!.at]))
      const end = the(story, 'chatEnd').chatData
      expect(end.chatRecordId).toBe(chatData.chatRecordId)
      expect(Number(end.staffSendMsg)).toBe(replies.length)
      expect(Number(end.visitorSendMsg)).toBe(lines.length - replies.length)
      expect(Number(end.firstAnswerTime)).toBe(replies[0])
      expect(Number(end.avgAnswerTime)).toBe(Math.round(replies.reduce((a, b) => a + b) / replies.length))
      expect(increasing(lines.map(it => it.at))).toBe(true)
      transcripts++
    }
    for (const { chatData } of said(story, 'leaveMsgContent'))
      expect(Number(the(story, 'chatEnd').chatData.visitorSendMsg)).toBe(linesOf(chatData.chatContent).length)
    for (const { chatData } of said(story, 'robotChatEnd')) {
      const matches = ['perfectMatchs', 'exactMatchs', 'similarityMatchs', 'misMatchCount'].map(it =>
        Number(chatData[it]),
      )
      expect(matches.reduce((a, b) => a + b)).toBe(Number(chatData.visitorSendMsg))
      expect(Math.min(...matches)).toBeGreaterThanOrEqual(0)
    }
  }
  expect(transcripts).toBe(3 * ROUNDS)
})

test('after a transfer each person has figures, and they add up to those of the conversation', () => {
  for (const story of stories('queue-and-transfer')) {
    const { chatData, staffKpis } = the(story, 'chatEnd')
    const { transferData } = the(story, 'chatTransfer')
    const sum = (key: string) =>
      staffKpis.staffKpi.reduce((total: number, it: Record<string, string>) => total + Number(it[key]), 0)
    expect(staffKpis.staffKpi.map((it: { staffId: string }) => it.staffId)).toEqual([
      transferData.fromStaffId,
      transferData.toStaffId,
    ])
    expect(sum('visitorSendMsg')).toBe(Number(chatData.visitorSendMsg))
    expect(sum('staffSendMsg')).toBe(Number(chatData.staffSendMsg))
    expect(sum('duration') * 1000).toBe(Number(chatData.chatTotalTime))
    const first = staffKpis.staffKpi[0]
    expect(Number(first.firstAnswerTime) * 1000).toBe(Number(chatData.firstAnswerTime))
    const answered = the(story, 'chatAnswer').chatData.chatAnswerTime
    expect(Number(first.duration) * 1000).toBe(between(answered, transferData.transferTime))
  }
})

test('conversations have the prefix of their kind, and the visit lists them all', () => {
  for (const story of conversations) {
    const begun = [...said(story, 'robotChatStart'), ...said(story, 'chatStart')].map(it => it.chatData)
    for (const { chatRecordId, chatType } of begun) expect(chatRecordId).toMatch(new RegExp(`^${chatType}_\\d+$`))
    const ids = begun.map(it => it.chatRecordId)
    const [out] = said(story, 'visitorOut')
    expect(out.trackData.chatRecordId?.split(',') ?? []).toEqual(ids)
    const others = story.filter(it => it.push !== 'visitorOut')
    expect([...new Set(all(others, 'chatRecordId'))].sort()).toEqual(ids.sort())
    expect(new Set(ids.map(it => it.slice(2))).size).toBe(ids.length)
  }
})

test('the pages are as many as counted, opened one after the other before anything is said', () => {
  for (const story of conversations) {
    const { pageData } = the(story, 'visitorTrackPage').trackData.visitPageDatas
    const { trackData } = the(story, 'visitorOut')
    expect(Number(trackData.visitPageCount)).toBe(pageData.length)
    const times = pageData.map((it: { visitTime: string }) => moment(it.visitTime))
    expect(increasing(times)).toBe(true)
    const { visitorData } = the(story, 'visitorEnter')
    expect(times[0]).toBe(moment(visitorData.visitorEnterTime))
    expect(pageData[0].pageUrl).toBe(visitorData.firstPage)
    const start = the(story, 'robotChatStart') ?? the(story, 'chatStart')
    if (start) expect(start.chatData.chatPage).toBe(pageData.at(-1).pageUrl)
  }
})

test('an id of staff has one name and one account', () => {
  const names = new Map<string, Set<string>>()
  for (const [, id, logname, name] of JSON.stringify(conversations.flat().map(read)).matchAll(
    /"\w*(?:[sS]taffId|ownerId)":"(\d+)","\w*[lL]ogname":"([^"]+)","\w*Name":"([^"]+)"/g,
  ))
    names.set(id!, (names.get(id!) ?? new Set()).add(`${logname} ${name}`))
  expect(names.size).toBeGreaterThan(4)
  for (const known of names.values()) expect(known.size).toBe(1)
})

/** The lines of a transcript that somebody said. */
const linesOf = (text: string) =>
  [...text.matchAll(/\\n([^\\>]+)>(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\\n/g)].map(([, speaker, time]) => ({
    speaker,
    at: moment(time!),
  }))
