/**
 * The printed example of a conversation push, its contradictions taken out; each of them is a variant. One stays: `conEndMode` is
 * always sent, and of its names only SYS_END is known.
 */
import type { Static } from '@sinclair/typebox'
import type { Conversation } from '../conversation.ts'
import type { ConversationMessage } from '../message.ts'
import type { VisitInfo } from '../visit-info.ts'
import { cardProperties } from './card-properties.ts'
import { cardId, chatMessages } from './chat-messages.ts'

const site = 'https://www.example.com/kaoyan_m/'
const pageUrl = `${site}?campaign=kaoyan_0322&semk=794722819782&bd_vid=7316402958841027364`
const landingUrl = `${site}?campaign=kaoyan_0322&semk=794722819782&bd_vid=9150274836620185573`
const searchUrl = 'https://search.example.com/baidu.php?us=0.0.0.0.0.0.0.20109&clicktime=1719540745919'
const ip = '203.0.113.243'

export const runningConversation: Static<typeof Conversation> = {
  activationTime: '2024-06-28T10:12:41.000+08:00',
  addFlag: 0,
  alreadyPush: 1,
  bcpUid: '',
  browserFinger: '8b8e3303c7829c979f6ed60176e8a44b',
  buildTime: '2024-06-28T10:12:41.000+08:00',
  cardId,
  channel: 'H5_BROWSER',
  channelId: '2600',
  childChannelId: 2625,
  codeId: 0,
  companyId: 3359,
  conBuildMode: 'SYS_INVITATION',
  conBuildSource: 'BD_PAY_LINK',
  conEndMode: 'SYS_END',
  conType: 0,
  conversationInfo: chatMessages,
  conversationPageTitle: '研究生考试辅导',
  conversationPageUrl: pageUrl,
  conversationTime: 0,
  copyFlag: 0,
  createCard: 1,
  createTime: '2024-06-28T10:12:40.000+08:00',
  csType: 'ROBOT',
  customParam: '',
  customerIp: ip,
  customerMessageCount: 0,
  databack: 0,
  finishPushFlag: 0,
  firstMsgTime: '2024-06-28T10:13:21.000+08:00',
  firstResponseTime: 0,
  fromPageUrl: searchUrl,
  id: 27535616,
  ipRegion: '武威',
  isAddWx: 0,
  keyword: '东北农业考研科目',
  landingPageUrl: landingUrl,
  originalId: 0,
  sourceKeyword: '东北农业大学考研专业目录及考试科目',
  status: 'COMMUNICATING',
  thirdSsid: '',
  updateTime: '2024-06-28T10:16:04.000+08:00',
  userId: 5000962,
  userName: '研究生',
  visitMessageCount: 7,
  visitorLastTime: '2024-06-28T10:16:04.000+08:00',
  yunduoId: `3359_2625_${cardId}`,
}

/** The same when it is over. The name of the status that says so is not published, so it is the table's number. */
export const endedConversation: Static<typeof Conversation> = {
  ...runningConversation,
  conversationTime: 323,
  endTime: '2024-06-28T10:18:04.000+08:00',
  finishPushFlag: 1,
  status: '4',
  updateTime: '2024-06-28T10:18:04.000+08:00',
}

export const visit: Static<typeof VisitInfo> = {
  browser: '谷歌浏览器',
  conversationPageTitle: '研究生考试辅导',
  conversationPageUrl: pageUrl,
  device: '手机',
  fromPageTitle: '',
  fromPageUrl: searchUrl,
  groupConversations: '64cf7a54-4d1c-4c08-ab5f-84b1b4bcb66c',
  ipAddress: ip,
  ipProvince: '甘肃',
  ipRegion: '武威',
  keyword: '东北农业考研科目',
  landingPageTitle: '研究生考试辅导',
  landingPageUrl: landingUrl,
  landingTime: '2024-06-28T10:12:28.000+08:00',
  opSystem: 'Android',
  pushVisitInfoTransitDTOList: [],
  source: '百度-付费链接',
  sourceKeyword: '东北农业大学考研专业目录及考试科目',
}

export const conversationPush: Static<typeof ConversationMessage> = {
  cardId,
  channelChildName: '研究生YD',
  channelId: 2625,
  channelName: '移动网站',
  companyId: 3359,
  pushInfoCrmDTO: {
    conversationList: [runningConversation],
    crateCardName: '研究生',
    createTime: '2024-06-28T10:15:12.000+08:00',
    pushCardPropertyDTOList: cardProperties,
    pushMessageInfoDTO: {},
    pushVisitInfoDTO: visit,
    updateTime: '2024-06-28T10:16:04.000+08:00',
  },
  type: 1,
}
