/** Examples of a visit: entering, pages, leaving (3.4). */
import { metaData, myData, routeData, visitorData, visitorVariants } from './visitor.ts'

const stamp = { msgId: '37122226', tm: '1563867929683' }

const asInTables = { ...stamp, myData, metaData, visitorData, routeData, trackData: { trackRecordId: '123456', visitTimes: '5' } }

export const entered = { ...asInTables, visitorData: { ...visitorData, biddingWord: '在线客服软件' }, routeData: { ...routeData, routeStatus: '1' } }

export const enteredVariants = {
  ...visitorVariants(entered),
  'without routeStatus and biddingWord': asInTables,
  'two counts of visits': { ...entered, trackData: { trackRecordId: '123456', visitTimes: '3' } },
}

const trackData = {
  trackRecordId: '18198',
  visitPageCount: '1',
  visitTotalTime: '262',
  chatRecordId: '1_12024,3_2800,3_2801,5_1498',
  giveupRecordId: '21584,21585,21586',
  visitorOutTime: '2019-07-23 16:20:11',
}

export const left = { ...stamp, routeStatus: '2', trackData }

const { chatRecordId: _, giveupRecordId: __, ...silent } = trackData

export const leftVariants = {
  'one conversation instead of a list': { ...left, trackData: { ...trackData, chatRecordId: '1_12024', giveupRecordId: '21584' } },
  'no conversation': { ...left, trackData: silent },
  'time that looks like milliseconds': { ...left, trackData: { ...trackData, visitTotalTime: '262728' } },
}

const page = { pageUrl: 'http://www.example.com', pageTitle: '最近浏览' }
const first = { visitTime: '2018-01-31 10:51:34', ...page, pageUrlAlias: '页面别名' }
const second = { visitTime: '2018-01-31 10:51:36', ...page }

const trackRecordId = '17949'

export const tracked = { ...stamp, trackData: { trackRecordId, visitPageDatas: { pageData: [first, second] } } }

export const trackedVariants = {
  'page without alias': { ...stamp, trackData: { trackRecordId, visitPageDatas: { pageData: [second] } } },
  'visitorId in trackData': { ...stamp, trackData: { trackRecordId, visitorId: 'vip1314521', visitPageDatas: { pageData: [first, second] } } },
}
