/** A lead of EasyLiao: the contact card, where the visitor came from, and the conversation. */
import type { easyliao } from '../../schemas/index.ts'
import type { Cast } from './cast.ts'
import { local } from './clock.ts'
import { account, company } from './data/company.ts'
import { engine } from './data/devices.ts'
import type { MessageOf } from './define.ts'
import type { Line } from './talk.ts'

type Lead = MessageOf<typeof easyliao, 'lead'>

interface LeadOptions {
  /** When the card was made, given to its owner, and last edited. */
  created: number
  allocated: number
  edited: number
  lines: readonly Line[]
}

export function leadOf(cast: Cast, { created, allocated, edited, lines }: LeadOptions): Lead {
  const { ids, first, topic, subject, note } = cast
  return {
    visitorStaticId: ids.staticId,
    companyId: company.easyliao.companyId,
    chatId: `${ids.chat}`,
    ...contact(cast),
    extColumn1: cast.talk.chosen,
    createTime: local(cast, created),
    allocationTime: local(cast, allocated),
    editTime: local(cast, edited),
    userId: account(first),
    userRealName: first.name,
    userNo: first.id,
    createUserId: account(first),
    createUserRealName: first.name,
    groupId: cast.department.id,
    ntagName: subject,
    note,
    subjectName: topic.name,
    ...origin(cast),
    currentChatJsonDetail: lines.map((line, nth) => said(cast, line, nth)),
  }
}

const contact = ({ person }: Cast) => ({
  name: person.name,
  email: person.email,
  weixin: person.wechat,
  qq: person.qq,
  sex: person.gender === 'male' ? '男' : '女',
  tel: '',
  mobile: person.phone,
  area: `${person.place.city}${person.district}`,
  country: '中国',
  province: person.place.province,
  city: person.place.city,
  district: person.district,
})

const origin = ({ visit, person }: Cast) => ({
  siteId: company.easyliao.siteId,
  siteName: company.easyliao.siteName,
  companyName: company.name,
  deviceType: visit.device.phone ? 'phone' : 'pc',
  ip: person.ip,
  searchEngine: engine.title,
  searchHost: engine.host,
  keyword: visit.keyword,
  biddingWord: visit.biddingWord,
  refer: visit.refer,
  firstUrl: visit.pages[0]?.url ?? '',
  chatURL: visit.pages.at(-1)?.url ?? '',
})

const said = (cast: Cast, { at, visitor, words }: Line, nth: number) => ({
  chat_id: cast.ids.chat,
  create_time: local(cast, at),
  from_id: visitor ? cast.ids.staticId : account(cast.first),
  message: words,
  recorder_id: cast.ids.line + nth,
  type: 'RECORD_RECORD',
})
