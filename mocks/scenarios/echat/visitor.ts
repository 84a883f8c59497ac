/** Who came and by which way: the blocks metaData, visitorData, routeData and crmData. */
import type { Static } from '@sinclair/typebox'
import type { CrmData } from '../../../schemas/echat/customer.ts'
import type { MetaData, RouteData, VisitorData } from '../../../schemas/echat/visitor.ts'
import type { Cast } from '../cast.ts'
import { local } from '../clock.ts'
import { route } from '../data/company.ts'
import { engine } from '../data/devices.ts'
import { short } from '../data/places.ts'

const genders = { male: '1', female: '2' } as const

export const visitorId = ({ visit, ids }: Cast) => `${visit.member ? 'vip' : 'web'}${ids.visitor}`

/** The blocks that say of every conversation and visit whose it is. */
export const whose = (cast: Cast) => ({
  ...(cast.visit.member && { metaData: member(cast) }),
  visitorData: visitorData(cast),
  routeData: routeData(cast),
})

const contact = ({ person }: Cast) => ({
  name: person.name,
  gender: genders[person.gender],
  age: `${person.age}`,
  birthday: person.birthday,
  phone: person.phone,
  wechat: person.wechat,
  email: person.email,
  nation: '中国',
  province: short(person.place.province),
  city: short(person.place.city),
})

const member = (cast: Cast): Static<typeof MetaData> => ({ uid: cast.ids.visitor, grade: '1', ...contact(cast) })

export const crmData = (cast: Cast): Static<typeof CrmData> => ({
  visitorId: visitorId(cast),
  category: '意向客户',
  ...contact(cast),
  qq: cast.person.qq,
  address: cast.person.district,
})

/** The search engine hides the keyword; keywordReturn brings it. */
function visitorData(cast: Cast): Static<typeof VisitorData> {
  const { person, visit } = cast
  const entered = local(cast, 0)
  return {
    visitorEnterTime: entered,
    visitorMedia: visit.device.phone ? '2' : '1',
    visitorType: visit.member ? '1' : '0',
    visitorId: visitorId(cast),
    ...(visit.member && { visitorName: person.name }),
    visitTimes: `${visit.times}`,
    visitorLan: 'zh_CN',
    visitorIp: person.ip,
    visitorCountry: '中国',
    visitorProvince: short(person.place.province),
    visitorCity: short(person.place.city),
    browserName: visit.device.browser,
    browserVersion: visit.device.browserVersion,
    screenResolution: visit.device.screen,
    osName: visit.device.system,
    osVersion: visit.device.systemVersion,
    se: engine.id,
    referPage: visit.refer,
    firstTime: entered,
    firstPage: visit.pages[0]?.url ?? '',
    firstPageTitle: visit.pages[0]?.title ?? '',
    ...(visit.chats && lastChat(cast)),
  }
}

const lastChat = (cast: Cast) => ({
  lastChatTime: local(cast, -cast.visit.lastChat),
  lastChatStaffId: cast.second.id,
  lastChatStaffLogname: cast.second.logname,
  lastChatStaffName: cast.second.name,
})

export const routeData = ({ department }: Cast): Static<typeof RouteData> => ({
  ...route,
  chatDepartmentId: department.id,
  chatDepartmentName: department.name,
})
