/** How a conversation push can deviate, as the document itself shows. */
import type { Static } from '@sinclair/typebox'
import type { Conversation } from '../conversation.ts'
import { cardProperties, visitorProperties } from './card-properties.ts'
import { chatMessages } from './chat-messages.ts'
import { conversationPush, endedConversation, runningConversation, visit } from './conversation.ts'
import { leftMessage, transits } from './leave-message.ts'
import { numberedProperties } from './numbered.ts'

type Push = typeof conversationPush

const inCard = (change: Partial<Push['pushInfoCrmDTO']>): Push => ({
  ...conversationPush,
  pushInfoCrmDTO: { ...conversationPush.pushInfoCrmDTO, ...change },
})

const inConversation = (change: Partial<Static<typeof Conversation>>) => inCard({ conversationList: [{ ...runningConversation, ...change }] })

const [newest, ...older] = chatMessages

/** Cut by hand, as printed: the question mark is gone, or a parameter has run into the next. */
const cut = 'http://www.example.com/kaoyan_m__campaign=kaoyan_0322&semk=794722819782&bd_vid=7316402958841027364'
const cutToken = 'http://www.example.com/kaoyan_m_sem/A7/?token=5b7e20c94esemk=794722819782&bd_vid=9150274836620185573'

export const conversationVariants: { [name: string]: Push } = {
  'table numbers for enum names': inCard({
    conversationList: [{ ...runningConversation, channel: '2', conBuildMode: '2', conBuildSource: '1', conEndMode: '0', csType: '2', status: '3' }],
    pushCardPropertyDTOList: numberedProperties(cardProperties),
  }),
  'pushed again at the end': inConversation(endedConversation),
  'earlier push failed': inConversation({ alreadyPush: -1 }),
  'push flags null': inConversation({ alreadyPush: null, finishPushFlag: null }),
  'empty channelId': inConversation({ channelId: '' }),
  'createTime without a hyphen': inConversation({ createTime: '202406-28T10:12:40.000+08:00' }),
  'end mode before the end': inConversation({ alreadyPush: 0, conEndMode: 'SYS_END', conversationTime: 0, finishPushFlag: 0, status: 'COMMUNICATING' }),
  'counters behind the messages': inConversation({ visitMessageCount: 1 }),
  'first message after the last': inConversation({
    firstMsgTime: '2024-06-28T10:13:22.000+08:00',
    updateTime: '2024-06-28T10:15:12.000+08:00',
    visitorLastTime: '2024-06-28T10:13:21.000+08:00',
  }),
  'yunduoId of another card': inConversation({ yunduoId: '3359_2625_20240628kfu00162' }),
  'blank before the message': inConversation({ conversationInfo: [{ ...newest!, body: { msg: ' 我重点咨询哈尔滨东北农业大学' } }, ...older] }),
  'every msg an object': inConversation({ conversationInfo: chatMessages.filter(({ body }) => typeof body.msg !== 'string') }),
  'address for a page title': inCard({ pushVisitInfoDTO: { ...visit, conversationPageTitle: cutToken } }),
  'addresses cut short': inCard({
    conversationList: [
      { ...runningConversation, conversationPageUrl: cut, fromPageUrl: 'https://search.example.com/baidu.p9.428&us=0.0.0.0.0.0.0.20109', landingPageUrl: cut },
    ],
    pushVisitInfoDTO: {
      ...visit,
      conversationPageUrl: cutToken,
      landingPageUrl: 'http://www.example.com/kaoyan_m_sem/A7/?token=5b7e20c94e61d8f3a07b2c9601829620127',
    },
  }),
  'other phone on the card': inCard({
    pushCardPropertyDTOList: cardProperties.map(it => (it.fieldName === 'phone' ? { ...it, propertyValue: '16000000002' } : it)),
  }),
  'fields of the tables alone': inCard({
    conversationList: [
      {
        ...endedConversation,
        csGroupId: 12,
        csType: '1',
        customerLastTime: '2024-06-28T10:17:31.000+08:00',
        customerMessageCount: 1,
        customerPosition: '甘肃武威',
        departmentId: ',2,3,4,',
      },
    ],
    pushCardPropertyDTOList: visitorProperties,
  }),
  'left message and transit pages': inCard({
    conversationList: [endedConversation],
    pushMessageInfoDTO: leftMessage,
    pushVisitInfoDTO: { ...visit, pushVisitInfoTransitDTOList: transits },
    updateTime: leftMessage.createTime,
  }),
}
