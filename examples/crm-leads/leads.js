/** What the messages of three vendors say about a visitor, in the words of Sobot. */

/**
 * @typedef {object} Lead
 * @property {string} visitor  who it is about: vendor and id there
 * @property {Parameters<import('kefu-kit').Client<typeof import('kefu-kit').sobot>['customerSave']>[0]['body']} customer
 */

/** @typedef {import('kefu-kit').Handlers<typeof import('kefu-kit').echat>} EchatHandlers */
/** @typedef {import('kefu-kit').Handlers<typeof import('kefu-kit').yunduo>} YunduoHandlers */
/** @typedef {import('kefu-kit').Handlers<typeof import('kefu-kit').easyliao>} EasyLiaoHandlers */
/** @template {((...given: any[]) => unknown) | undefined} H @typedef {Parameters<NonNullable<H>>[0]} MessageOf */

/** @param {MessageOf<EchatHandlers['chatStart']>} message @returns {Lead} */
export function fromEchatChat({ visitorData, metaData = { uid: '' } }) {
  const { visitorId, visitorName, visitorProvince, visitorCity } = visitorData
  const { name, phone, email, qq, wechat } = metaData
  return lead('一洽', visitorId, {
    nick: visitorName,
    uname: name,
    tel: phone,
    email,
    qq,
    wx: wechat,
    provice_name: visitorProvince,
    city_name: visitorCity,
  })
}

/** Nothing where a customer is only given to somebody. @param {MessageOf<EchatHandlers['crmStatus']>} message @returns {Lead | undefined} */
export function fromEchatCard({ crmData }) {
  if (!crmData) return undefined
  const { visitorId, nickName, name, phone, email, qq, wechat, province, city } = crmData
  return lead('一洽', visitorId, {
    nick: nickName,
    uname: name,
    tel: phone,
    email,
    qq,
    wx: wechat,
    provice_name: province,
    city_name: city,
  })
}

/** A card is a list of fields, of which the company has made some itself. @param {MessageOf<YunduoHandlers['conversation']> | MessageOf<YunduoHandlers['leaveMessage']>} message @returns {Lead} */
export function fromYunduo({ cardId, pushInfoCrmDTO }) {
  const fields = new Map(pushInfoCrmDTO.pushCardPropertyDTOList.map(it => [it.fieldName, it.propertyValue]))
  return lead('云朵', cardId, {
    uname: fields.get('name'),
    tel: fields.get('phone'),
    provice_name: fields.get('province'),
    city_name: fields.get('city'),
  })
}

/** @param {MessageOf<EasyLiaoHandlers['lead']>} message @returns {Lead} */
export function fromEasyLiao({ visitorStaticId, name, mobile, tel, email, qq, weixin, province, city }) {
  return lead('易聊', visitorStaticId, {
    uname: name,
    tel: mobile || tel,
    email,
    qq,
    wx: weixin,
    provice_name: province,
    city_name: city,
  })
}

/** Sobot takes names of 50 characters. */
const LONGEST = 50

/**
 * What the vendor left empty is left out, so that it wipes out nothing; Sobot wants a name at least.
 * @param {string} vendor @param {string} id @param {Record<string, string | undefined>} fields @returns {Lead}
 */
function lead(vendor, id, { nick, uname, ...rest }) {
  const visitor = `${vendor} ${id.trim()}`
  const told = { nick: short(nick || uname || visitor), uname: short(uname), ...rest, remark: visitor }
  return { visitor, customer: Object.fromEntries(Object.entries(told).filter(([, it]) => it)) }
}

const short = (text = '') => [...text.trim()].slice(0, LONGEST).join('')
