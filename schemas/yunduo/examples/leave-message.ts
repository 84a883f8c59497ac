/** A left message. None is printed: composed from the tables, with the spellings that the conversation example shows. */
import type { Static } from '@sinclair/typebox'
import type { LeaveMessage } from '../message.ts'
import type { MessageInfo } from '../message-info.ts'
import type { VisitTransit } from '../visit-info.ts'
import { visitorProperties } from './card-properties.ts'
import { conversationPush, endedConversation, visit } from './conversation.ts'
import { numberedProperties } from './numbered.ts'

const { pushInfoCrmDTO, ...head } = conversationPush

export const transits: Static<typeof VisitTransit>[] = [
  { transitPageUrl: 'https://www.example.com/kaoyan_m/majors', transitPageTitle: '招生专业', transitPageTime: '2024-06-28T10:12:31.000+08:00' },
  { transitPageUrl: 'https://www.example.com/kaoyan_m/fees', transitPageTitle: '学费一览', transitPageTime: '2024-06-28T10:12:36.000+08:00' },
]

const leftAt = '2024-06-28T10:43:05.000+08:00'

export const leftMessage = {
  messageInfoId: 880142,
  messageInfo: '想了解在职研究生的报考条件，请明天上午联系我。',
  createTime: leftAt,
  pushCardPropertyDTOList: visitorProperties,
} satisfies Static<typeof MessageInfo>

export const leaveMessagePush: Static<typeof LeaveMessage> = {
  ...head,
  pushInfoCrmDTO: {
    ...pushInfoCrmDTO,
    conversationList: [],
    createTime: leftAt,
    pushCardPropertyDTOList: visitorProperties,
    pushMessageInfoDTO: leftMessage,
    pushVisitInfoDTO: { ...visit, pushVisitInfoTransitDTOList: transits },
    updateTime: leftAt,
  },
  type: 2,
}

const changed = (change: Partial<typeof leaveMessagePush.pushInfoCrmDTO>): typeof leaveMessagePush => ({
  ...leaveMessagePush,
  pushInfoCrmDTO: { ...leaveMessagePush.pushInfoCrmDTO, ...change },
})

const { conversationList: _, ...alone } = leaveMessagePush.pushInfoCrmDTO

export const leaveMessageVariants: { [name: string]: typeof leaveMessagePush } = {
  'table numbers for enum names': changed({
    pushCardPropertyDTOList: numberedProperties(visitorProperties),
    pushMessageInfoDTO: { ...leftMessage, pushCardPropertyDTOList: numberedProperties(visitorProperties) },
  }),
  'no conversationList': { ...leaveMessagePush, pushInfoCrmDTO: alone },
  'left after a conversation': changed({ conversationList: [endedConversation], createTime: pushInfoCrmDTO.createTime }),
}
