/** The card of a visitor at Yunduo, and the two pushes around it. */
import type { Static } from '@sinclair/typebox'
import type { CardProperty, CardPropertyOption } from '../../../schemas/yunduo/card.ts'
import type { Conversation } from '../../../schemas/yunduo/conversation.ts'
import type { ConversationMessage, LeaveMessage } from '../../../schemas/yunduo/message.ts'
import type { Cast } from '../cast.ts'
import { offset } from '../clock.ts'
import { company, robot } from '../data/company.ts'
import { topics } from '../topics/index.ts'
import { visitInfo } from './visit.ts'

const { companyId, channelId } = company.yunduo

const head = ({ ids }: Cast) => ({
  cardId: ids.card,
  channelChildName: '官网咨询入口',
  channelId,
  channelName: '官网渠道',
  companyId,
})

export const cardPush = (
  cast: Cast,
  { created, updated }: { created: number; updated: number },
  conversation: Static<typeof Conversation>,
): Static<typeof ConversationMessage> => ({
  ...head(cast),
  pushInfoCrmDTO: {
    conversationList: [conversation],
    crateCardName: robot.name,
    createTime: offset(cast, created),
    pushCardPropertyDTOList: [...contact(cast), choice(cast), ...place(cast)],
    pushMessageInfoDTO: {},
    pushVisitInfoDTO: visitInfo(cast),
    updateTime: offset(cast, updated),
  },
  type: 1,
})

/** Left where nobody talks: no conversation, and what was filled in is said of card and message alike. */
export function messagePush(cast: Cast, at: number): Static<typeof LeaveMessage> {
  const createTime = offset(cast, at)
  const messageInfo = { messageInfoId: cast.ids.chat, messageInfo: cast.talk.message, createTime }
  return {
    ...head(cast),
    pushInfoCrmDTO: {
      conversationList: [],
      crateCardName: cast.person.name,
      createTime,
      pushCardPropertyDTOList: contact(cast),
      pushMessageInfoDTO: { ...messageInfo, pushCardPropertyDTOList: contact(cast) },
      pushVisitInfoDTO: visitInfo(cast),
      updateTime: createTime,
    },
    type: 2,
  }
}

const property = (
  fieldName: string,
  propertyId: number,
  propertyName: string,
  propertyValue: string,
  type: string,
) => ({
  fieldName,
  propertyId,
  propertyName,
  propertyValue,
  type,
})

const contact = ({ person }: Cast) => [
  property('name', 6012, '姓名', person.name, 'TEXT'),
  property('phone', 6013, '手机号码', person.phone, 'INTEGER'),
]

const place = ({ person }: Cast) => [
  property('country', 6030, '国家', '中国', 'TEXT'),
  property('province', 6031, '省份', person.place.province, 'TEXT'),
  property('city', 6021, '城市', person.place.city, 'TEXT_AREA'),
  property('address', 6046, '详细地址', person.district, 'TEXT_AREA'),
]

/** Each topic has a field of its own with its options. */
function choice({ topic, talk }: Cast): Static<typeof CardProperty> {
  const propertyId = 6100 + topics.indexOf(topic)
  return {
    ...property('field_name1', propertyId, topic.choice.name, talk.chosen, 'SELECT'),
    cardPropertyOptionList: topic.choice.options.map((option, place) => ({
      ...anyOption,
      id: propertyId * 10 + place,
      orderNumber: place + 1,
      propertyId,
      propertyOption: option,
    })),
  }
}

const anyOption: Omit<Static<typeof CardPropertyOption>, 'id' | 'orderNumber' | 'propertyId' | 'propertyOption'> = {
  companyId,
  createTime: '2023-03-01T09:00:00.000+08:00',
  defaultFlag: 'FALSE',
  hidden: 0,
  multiFlag: 'FALSE',
  delFlag: 'VALID',
  pid: 0,
  updateTime: '2023-03-01T09:00:00.000+08:00',
}
