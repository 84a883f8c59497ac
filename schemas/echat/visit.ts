/** 3.4 浏览数据: a visitor enters the site, reads its pages, leaves. */
import { Type as T } from '@sinclair/typebox'
import { block, digits, list, localTime, openCodes, text } from '../atoms.ts'
import { definePush } from '../define.ts'
import * as common from './common.ts'
import * as example from './examples/visit.ts'
import { MetaData, myData, RouteData, VisitorData } from './visitor.ts'

export const visitorEnter = definePush({
  title: '访客进入',
  summary: 'Visitor enters the site',
  doc: '3.4.1',
  description: 'Sent when a visitor comes to the site.',
  zh: { summary: '访客进入网站', description: '访客进入网站时推送。' },
  match: { 'query.dataType': 'visitorEnter' },
  message: common.message({
    myData: myData(),
    metaData: T.Optional(MetaData),
    visitorData: VisitorData,
    routeData: RouteData,
    trackData: block(
      '浏览数据',
      'The visit that begins.',
      { trackRecordId: common.trackRecordId(), visitTimes: digits('来访次数', 'Which visit of this visitor it is.', common.bare) },
      { $id: 'VisitorEnterTrackData' },
    ),
  }),
  examples: { documented: example.entered },
  variants: example.enteredVariants,
})

const found = {
  msgId: '37122226',
  tm: '1563867929683',
  trackRecordId: '123456',
  se: 'baidu',
  keyword: '深圳大学',
  biddingWord: '深圳大学',
  keywordType: '1',
}

export const keywordReturn = definePush({
  title: '关键字数据',
  summary: 'Search keyword found later',
  doc: '3.4.1.1',
  description: 'Baidu hides the search keyword from the site. Echat asks Baidu for it and sends it when known, some time after visitorEnter.',
  zh: { summary: '事后取得的搜索关键字', description: '百度对网站隐藏搜索关键字。一洽向百度查询，得知后推送，比 visitorEnter 晚一段时间。' },
  match: { 'query.dataType': 'keywordReturn' },
  message: common.message(
    {
      trackRecordId: common.trackRecordId(),
      se: common.searchEngine(),
      keyword: common.keyword(),
      biddingWord: T.Optional(common.biddingWord()),
      keywordType: common.keywordType(),
    },
    { evidence: 'example' },
  ),
  examples: { documented: found },
  variants: { 'keywordType empty': { ...found, keywordType: '' }, 'keywordType not told apart': { ...found, keywordType: '0' } },
})

export const visitorOut = definePush({
  title: '访客离开',
  summary: 'Visitor leaves the site',
  doc: '3.4.2',
  description: 'Sent when a visitor has left the site, with all conversations of the visit.',
  zh: { summary: '访客离开网站', description: '访客离开网站后推送，带有本次访问的全部对话。' },
  match: { 'query.dataType': 'visitorOut' },
  message: common.message({
    routeStatus: openCodes('路由的状态', 'State of the route when the visitor left; the codes are those of 3.1.4.', common.presence, common.bare),
    trackData: block(
      '浏览数据',
      'The visit that ends. The table lists its fields without the block.',
      {
        trackRecordId: common.trackRecordId(),
        visitPageCount: digits('浏览页面的数量', 'Pages seen.', common.bare),
        visitTotalTime: digits('总浏览时长', 'How long the visit lasted, in seconds by the table; the example has 262728.', common.bare),
        chatRecordId: T.Optional(text('对话ID列表', 'Ids of all conversations of the visit, with staff, robot or offline, parted by commas.')),
        giveupRecordId: T.Optional(
          text('放弃的记录ID', 'Ids of clicks on the chat icon after which the visitor gave up at the form, parted by commas. They are no conversation ids.'),
        ),
        visitorOutTime: localTime('访客离开的时间', 'When the visitor left.'),
      },
      { $id: 'VisitorOutTrackData' },
    ),
  }),
  examples: { documented: example.left },
  variants: example.leftVariants,
})

const pageData = block('浏览页面的信息', 'One page that was opened.', {
  visitTime: localTime('访问时间', 'When it was opened.'),
  pageUrl: text('访问页面的地址', 'URL of the page.'),
  pageTitle: text('访问页面的标题', 'Title of the page.'),
  pageUrlAlias: T.Optional(text('页面别名', 'Name that the company gave the page; presumably absent where it has none.')),
})

export const visitorTrackPage = definePush({
  title: '轨迹数据',
  summary: 'Pages of a visit',
  doc: '3.4.3',
  description: 'Brings the pages that a visitor opened. The document does not say whether during the visit or after it.',
  zh: { summary: '一次访问的页面', description: '带来访客打开过的页面。文档没有写是在访问期间还是访问之后推送。' },
  match: { 'query.dataType': 'visitorTrackPage' },
  message: common.message({
    trackData: block(
      '浏览数据',
      'The visit and its pages.',
      {
        trackRecordId: common.trackRecordId(),
        visitorId: T.Optional(text('访客ID', 'Id of the visitor; other receivers read it, the document lacks it.', { evidence: 'observed' })),
        visitPageDatas: block('页面轨迹列表', 'The pages in the order of opening.', {
          pageData: list('页面列表', 'One element for each page.', pageData),
        }),
      },
      { $id: 'VisitorTrackPageData' },
    ),
  }),
  examples: { documented: example.tracked },
  variants: example.trackedVariants,
})
