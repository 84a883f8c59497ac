/** The stories of Yunduo, EasyLiao and Sobot: cards, leads and customers, pushed again and again, stay the same ones. */
import { expect, test } from 'vitest'
import { all, increasing, moment, read, START, stories, the } from './told.ts'

test('yunduo pushes a conversation when the card is left and again when it is over', () => {
  for (const story of stories('card-and-end')) {
    const [before, after] = story.map(it => read(it).pushInfoCrmDTO.conversationList[0])
    expect([after.id, after.cardId]).toEqual([before.id, before.cardId])
    expect([before.alreadyPush, before.finishPushFlag, before.status]).toEqual([0, 0, 'COMMUNICATING'])
    expect([after.alreadyPush, after.finishPushFlag, after.status]).toEqual([1, 1, '4'])
    expect(before.endTime).toBeUndefined()
    expect(after.conversationTime * 1000).toBe(Date.parse(after.endTime) - Date.parse(after.buildTime))
    expect(Date.parse(after.endTime)).toBe(START + story[1]!.at)
    expect(after.conversationInfo.slice(-before.conversationInfo.length)).toEqual(before.conversationInfo)
    expect(after.conversationInfo.length).toBeGreaterThan(before.conversationInfo.length)
    for (const { conversationInfo, visitMessageCount, visitorLastTime } of [before, after]) {
      const own = conversationInfo.filter((it: { type: number }) => it.type === 0)
      expect(own.length).toBe(visitMessageCount)
      expect(own[0].sendtime).toBe(Date.parse(visitorLastTime))
      const times = conversationInfo.map((it: { sendtime: number }) => it.sendtime)
      expect(times).toEqual(times.toSorted((a: number, b: number) => b - a))
    }
    const card = read(story[0]!).pushInfoCrmDTO
    const phone = card.pushCardPropertyDTOList.find(
      (it: { fieldName: string }) => it.fieldName === 'phone',
    ).propertyValue
    expect(before.conversationInfo[0].body.msg).toContain(phone)
  }
})

test('a lead brings the conversation that led to it, and its card was made when the number was given', () => {
  for (const story of [...stories('lead'), ...stories('visitor-to-customer')]) {
    const lead = the(story, 'lead')
    const lines = lead.currentChatJsonDetail
    expect(new Set(lines.map((it: { chat_id: number }) => `${it.chat_id}`))).toEqual(new Set([lead.chatId]))
    expect(new Set(lines.map((it: { from_id: string }) => it.from_id))).toEqual(
      new Set([lead.visitorStaticId, lead.userId]),
    )
    expect(increasing(lines.map((it: { recorder_id: number }) => it.recorder_id))).toBe(true)
    const told = lines.find((it: { message: string }) => it.message.includes(lead.mobile))
    const times = [lines[0].create_time, told.create_time, lead.createTime, lead.allocationTime, lead.editTime]
    expect(increasing(times.map(moment)), times.join()).toBe(true)
    expect(moment(lead.editTime)).toBeLessThan(START + story.find(it => it.push === 'lead')!.at)
  }
})

test('a customer of sobot keeps its id and its beginning, and is changed later and later until it is won', () => {
  for (const story of stories('customer-won')) {
    const records = story.map(it => read(it).content[0])
    expect(
      new Set(records.map(it => `${it.userid} ${it.create_datetime} ${it.create_name} ${it.user_tels}`)).size,
    ).toBe(1)
    expect(records.map(it => Number(it.datetime))).toEqual(story.map(it => Math.floor((START + it.at) / 1000)))
    expect(increasing(records.map(it => Number(it.update_datetime)))).toBe(true)
    expect(records.map(it => it.crm_status)).toEqual(['1', '2', '3', '3', '3', '3', '3'])
    expect(records.map(it => it.stage_type)).toEqual(['', '', '', '1', '1', '1', '21'])
  }
})

test('of two customers that are merged one is never heard of again', () => {
  for (const story of stories('customers-merged')) {
    const place = story.findIndex(it => it.push === 'customerMerged')
    const [merged] = the(story, 'customerMerged').content
    const before = all(story.slice(0, place), 'userid')
    expect(new Set(before)).toEqual(new Set([merged.userid, merged.merged_userid]))
    expect(new Set(all(story.slice(place), 'userid'))).toEqual(new Set([merged.userid]))
    expect(merged.datetime).toBe(Math.floor((START + story[place]!.at) / 1000))
  }
})
