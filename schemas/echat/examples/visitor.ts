/** The visitor of the examples, and each way in which the document spells him differently. */
export const myData = 'network=wifi&game=斗地主&ver=9.2&os=ios10'

export const metaData = {
  uid: '1314521',
  grade: '1',
  category: '金牌会员',
  name: '林晓然',
  nickName: '小然',
  gender: '1',
  age: '36',
  birthday: '1979-08-01',
  maritalStatus: '2',
  phone: '16000000002',
  qq: '1600002',
  wechat: 'linxiaoran_demo',
  email: 'linxiaoran@example.com',
  nation: '中国',
  province: '广东',
  city: '深圳',
  address: '深南大道金融街',
  photo: 'http://img.example.com/mypic.png',
  memo: '老客户',
}

/** Any visitor, whatever he came with. */
const who = {
  visitorName: '林晓然',
  visitorPhoto: 'http://img.example.com/mmopen/WncXm',
  visitTimes: '5',
  visitorLan: 'zh_CN',
  visitorIp: '198.51.100.139',
  visitorCountry: '中国',
  visitorProvince: '广东',
  visitorCity: '深圳',
}

const visitorEnterTime = '2016-01-09 17:53:32'

/** What only a browser tells. */
const browser = {
  browserName: 'QQ浏览器',
  browserVersion: '9.0',
  screenResolution: '1920*1080',
  osName: 'Windows',
  osVersion: '7',
  se: 'baidu',
  keyword: '在线客服软件',
  keywordType: '2',
  referPage: 'http://search.example.com/baidu.php?sc.5f0c1a7e9b',
  firstTime: visitorEnterTime,
  firstPage: 'http://www.example.com/mmopen',
  firstPageTitle: '一洽软件的价格',
}

const lastChat = {
  lastChatTime: '2015-07-08 11:23:36',
  lastChatStaffId: '14',
  lastChatStaffLogname: '16000000005',
  lastChatStaffName: '陈一诺',
}

const onTheWeb = { visitorEnterTime, visitorMedia: '1', visitorType: '1', visitorId: 'vip1314521' }
const inWeChat = { visitorEnterTime, visitorMedia: '5', visitorType: '4', visitorId: 'wechatoa1b2c3d4e5f60718293a4b5c6d7' }

export const visitorData = { ...onTheWeb, ...who, ...browser, ...lastChat }

/** Of a WeChat follower there is no browser, and the referring page is the official account. */
export const weChatVisitor = { ...inWeChat, ...who, referPage: '一洽客服', ...lastChat }

const route = { routeId: '72', routeName: '一洽', styleId: '201', styleName: '一洽网站' }

export const routeData = { ...route, chatDepartmentId: '11', chatDepartmentName: '订单组' }

/** The same message with each deviation of the visitor that the document prints. */
export const visitorVariants = <M extends object>(message: M) => ({
  'gender as text': { ...message, metaData: { ...metaData, gender: '男' } },
  'blank-padded values': { ...message, visitorData: { ...visitorData, visitorEnterTime: ' 2020-04-09 10:59:43 ' } },
  'keywordType empty': { ...message, visitorData: { ...visitorData, keywordType: '' } },
  'blanks inside URLs': {
    ...message,
    metaData: { ...metaData, photo: 'http: // img.example.com/mypic.png' },
    visitorData: { ...visitorData, visitorPhoto: 'http:// img.example.com/mmopen/WncXm' },
  },
  'names spelt as in the table': {
    ...message,
    visitorData: { ...visitorData, visitorLan: 'zh', visitorProvince: '广东省', visitorCity: '深圳市', browserName: 'qq' },
  },
  'browser fields for a WeChat visitor': { ...message, visitorData: { ...inWeChat, ...who, ...browser, ...lastChat } },
  'visitor of a custom channel': {
    ...message,
    visitorData: { ...onTheWeb, visitorMedia: '200', visitorType: '5', mediaId: '3', visitorId: 'custom300100', ...who },
  },
  'open to all staff': { ...message, routeData: { ...route, chatDepartmentId: '0' } },
})
