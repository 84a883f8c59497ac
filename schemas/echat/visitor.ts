/** Who came and by which way: the blocks metaData, visitorData and routeData, the same in 3.2.1 and 3.4.1. */
import { Type as T } from '@sinclair/typebox'
import { block, digits, localTime, openCodes, text } from '../atoms.ts'
import * as common from './common.ts'

export const myData = () =>
  T.Optional(
    text('自定义扩展数据', 'Whatever the site passed along when it opened the chat, for example `network=wifi&os=ios10`; absent when it passed nothing.'),
  )

/** Everything in it comes from the site that identified its member, so only the id is certain. */
export const MetaData = block(
  '会员数据',
  'The member as the integrating site described it; absent for visitors who are not members.',
  {
    uid: text('会员的唯一值', 'Id of the member in the site that identified it.'),
    grade: T.Optional(digits('会员级别', 'Level of the member, above 0.')),
    category: T.Optional(text('会员类别', 'Class of the member, such as 金牌会员.')),
    name: T.Optional(text('会员姓名', 'Name of the member.')),
    nickName: T.Optional(text('会员的昵称', 'Nickname of the member.')),
    gender: T.Optional(
      openCodes('会员的性别', 'Gender of the member; the examples print the word.', { ...common.genders, 男: ['男', 'male, as text', 'example'] }),
    ),
    age: T.Optional(digits('会员的年龄', 'Age in years.')),
    birthday: T.Optional(text('会员的生日', 'Date of birth, yyyy-MM-dd.')),
    maritalStatus: T.Optional(common.maritalStatus()),
    phone: T.Optional(text('会员的联系电话', 'Telephone number of the member.')),
    qq: T.Optional(text('会员的QQ', 'QQ number of the member.')),
    wechat: T.Optional(text('会员的微信', 'WeChat id of the member.')),
    email: T.Optional(text('会员的邮件地址', 'E-mail address of the member.')),
    nation: T.Optional(text('会员的国家', 'Country of the member, by name.')),
    province: T.Optional(text('会员的省份', 'Province of the member; the table misprints it as 身份.')),
    city: T.Optional(text('会员的城市', 'City of the member.')),
    address: T.Optional(text('会员地址', 'Street address.')),
    photo: T.Optional(text('会员头像地址', 'URL of the portrait.')),
    memo: T.Optional(text('会员备注信息', 'Remark about the member.')),
  },
  { $id: 'MetaData' },
)

export const VisitorData = block(
  '访客数据',
  'The visitor and how the visit began. Browser, search and landing-page fields are absent in WeChat.',
  {
    visitorEnterTime: localTime('访客进入的时间', 'When the visitor entered; padded with blanks in the examples.'),
    visitorMedia: openCodes('客户端的媒介', 'What the visitor uses.', {
      '1': ['PC网页', 'web page on a computer'],
      '2': ['手机网页', 'web page on a phone'],
      '5': ['微信', 'WeChat'],
      '6': ['sdk', 'app with the SDK'],
      '200': ['自定义渠道', 'custom channel'],
    }),
    visitorType: openCodes('访客身份类型', 'How the visitor is identified; the word in brackets leads the visitorId.', {
      '-1': ['未知', 'unknown'],
      '0': ['游客(web)', 'anonymous web visitor'],
      '1': ['会员(vip)', 'member of the site'],
      '2': ['SDK游客(sdk)', 'anonymous visitor in an app'],
      '4': ['微信(wechat)', 'WeChat follower'],
      '5': ['自定义接口(custom)', 'visitor of a custom channel'],
    }),
    mediaId: T.Optional(text('自定义渠道ID', 'Id of the custom channel; only with visitorType 5.')),
    visitorId: text('访客ID', 'Id of the visitor: kind of identity, then the id itself.'),
    visitorName: T.Optional(text('访客的姓名', 'Name of the visitor.')),
    visitorPhoto: T.Optional(text('访客的头像', 'URL of the portrait.')),
    visitTimes: digits('来访次数', 'How often the visitor has come.'),
    visitorLan: T.Optional(text('访问者的语言', 'Language: `zh` and `en` in the table, `zh_CN` in the examples.')),
    visitorIp: T.Optional(text('访客的来访IP', 'IP address of the visitor.')),
    visitorCountry: T.Optional(text('访客所在国家', 'Country of the visitor.')),
    visitorProvince: T.Optional(text('访客所在省份', 'Province, with or without 省.')),
    visitorCity: T.Optional(text('访客所在城市', 'City, with or without 市.')),
    browserName: T.Optional(text('访客的浏览器', 'Name of the browser: `qq` in the table, `QQ浏览器` in the examples.')),
    browserVersion: T.Optional(text('浏览器版本', 'Version of the browser.')),
    screenResolution: T.Optional(text('屏幕分辨率', 'Screen size in pixels, `1920*1080`.')),
    osName: T.Optional(text('访客操作系统', 'Operating system, such as `Windows`.')),
    osVersion: T.Optional(text('操作系统版本', 'Version of the operating system.')),
    se: T.Optional(common.searchEngine()),
    keyword: T.Optional(common.keyword()),
    biddingWord: T.Optional(common.biddingWord({ evidence: 'example' })),
    keywordType: T.Optional(common.keywordType()),
    referPage: T.Optional(text('访客来源的URL', 'Page that led here; in WeChat the name of the official account.')),
    firstTime: T.Optional(localTime('进入网站的时间', 'When the visitor reached the site.')),
    firstPage: T.Optional(text('落地页', 'URL of the landing page.')),
    firstPageTitle: T.Optional(text('落地页面的标题', 'Title of the landing page.')),
    lastChatTime: T.Optional(localTime('上次对话时间', 'When the visitor last talked to someone.', { evidence: 'example' })),
    lastChatStaffId: T.Optional(
      digits('上次对话的客服ID', 'Id of the staff member of that conversation; presumably absent, like the next two, when there was none.'),
    ),
    lastChatStaffLogname: T.Optional(text('上次对话的客服账号', 'Account of that staff member.')),
    lastChatStaffName: T.Optional(text('上次对话的客服姓名', 'Name of that staff member.')),
  },
  { $id: 'VisitorData' },
)

export const RouteData = block(
  '路由数据',
  'The route that takes the conversation to a staff group.',
  {
    routeId: openCodes('路由ID', 'Id of the route; three negative ids are fixed.', {
      '-1': ['web访客的默认路由', 'default route of web visitors'],
      '-2': ['微信对话的默认路由', 'default route of WeChat'],
      '-3': ['SDK对话的默认路由', 'default route of the SDK'],
    }),
    routeName: text('路由名称', 'Name of the route.'),
    styleId: digits('样式ID', 'Id of the chat window style that the route uses.'),
    styleName: text('样式的名称', 'Name of that style.'),
    chatDepartmentId: common.chatDepartmentId(),
    chatDepartmentName: common.chatDepartmentName(),
    routeStatus: T.Optional(openCodes('路由的状态', 'Whether anyone serves the route; only in visitorEnter.', common.presence, { evidence: 'example' })),
  },
  { $id: 'RouteData' },
)
