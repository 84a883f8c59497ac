/** 访问信息: how the visitor came to the site. */
import { Type as T } from '@sinclair/typebox'
import { block, list, offsetTime, text } from '../atoms.ts'

export const VisitTransit = T.Partial(
  block('跳转页', 'A page that the visitor went through.', {
    transitPageUrl: text('跳转页url', 'Address of the page.'),
    transitPageTitle: text('跳转页标题', 'Title of the page.'),
    transitPageTime: offsetTime('跳转页时间', 'When the visitor was there.'),
  }),
  { $id: 'VisitTransit' },
)

/** All optional: the sender shows with `pushMessageInfoDTO` that it sends `{}` for a block without content. */
export const VisitInfo = T.Partial(
  block('访问信息', 'The visit in which the card came about. Addresses are not always sound URLs.', {
    browser: text('浏览器', 'Name of the browser, in Chinese.'),
    conversationPageTitle: text('会话页标题', 'Title of the page on which the conversation was held; the printed example has an address here.'),
    conversationPageUrl: text('会话页Url', 'Address of the page on which the conversation was held.'),
    device: text('设备', 'Kind of device, in Chinese, such as 手机.'),
    fromPageTitle: text('来源页标题', 'Title of the page that the visitor came from; may be empty.'),
    fromPageUrl: text('来源页地址', 'Address of the page that the visitor came from.'),
    groupConversations: text('访问唯一标识', 'Id of the visit: one UUID, in spite of the plural.'),
    ipAddress: text('访客ip', 'IP address of the visitor.'),
    ipProvince: text('ip归属地省', 'Province that the IP address belongs to.'),
    ipRegion: text('ip归属地市', 'City that the IP address belongs to.'),
    keyword: text('关键词', 'Keyword that brought the visitor; in the printed example another text than what was searched for (`sourceKeyword`).'),
    landingPageTitle: text('着陆页标题', 'Title of the first page of the visit.'),
    landingPageUrl: text('着陆页地址', 'Address of the first page of the visit.'),
    landingTime: offsetTime('着陆时间', 'When the visit began.'),
    opSystem: text('操作系统', 'Operating system of the visitor.'),
    pushVisitInfoTransitDTOList: list('跳转页', 'Pages between landing and conversation; empty when there were none.', VisitTransit),
    source: text('访问来源', 'Where the visit came from, in Chinese, such as 百度-付费链接.'),
    sourceKeyword: text('来源关键字', 'What the visitor searched for on the page before.'),
  }),
  { $id: 'VisitInfo' },
)
