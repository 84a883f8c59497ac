/** The only message: a visitor who was turned into a lead, with the contact card and the conversation. */
import { Type as T } from '@sinclair/typebox'
import { jsonText, list, localTime, openCodes, text } from '../atoms.ts'
import { definePush } from '../define.ts'
import { ChatLine, extColumns, id } from './common.ts'
import { examples, variants } from './examples/lead.ts'

const ids = {
  visitorStaticId: text('访客静态ID', 'Unchanging id of the visitor, called unique; 32 digits with a leading zero in the example, too long for a JSON number.'),
  companyId: T.Optional(id('公司ID', 'Id of the customer’s own company, always the same. The table calls it mandatory, the printed example lacks it.')),
  chatId: T.Optional(id('会话ID', 'Id of the conversation. The table calls it mandatory, the printed example lacks it.')),
}

const contact = {
  name: T.Optional(text('名称（名片）', 'Name on the contact card; in the printed example a city and a number, 太原市6283.')),
  email: T.Optional(text('电子邮箱', 'E-mail address.')),
  weixin: T.Optional(text('微信', 'WeChat id.')),
  qq: T.Optional(text('QQ', 'QQ number.')),
  sex: T.Optional(text('性别', 'Gender; the document does not list the values.')),
  tel: T.Optional(text('电话', 'Telephone number; "" when unknown.')),
  mobile: T.Optional(text('手机', 'Mobile number.')),
  area: T.Optional(text('地域', 'Where the visitor is; how it relates to country, province and city is not said.')),
  country: T.Optional(text('国家', 'Country of the visitor.')),
  province: T.Optional(text('省', 'Province of the visitor, with its suffix: 山西省.')),
  city: T.Optional(text('市', 'City of the visitor, with its suffix: 太原市.')),
  district: T.Optional(text('区县', 'District of the visitor; one known receiver reads it.', { evidence: 'observed' })),
  note: T.Optional(text('备注', 'Remark on the card.')),
}

const card = {
  type: T.Optional(text('名片类型', 'Type of the card; the document does not list the values.')),
  createTime: T.Optional(localTime('创建时间', 'When the card was created, Beijing time.')),
  editTime: T.Optional(localTime('编辑时间', 'When the card was last edited; presumably in the format of createTime.')),
  allocationTime: T.Optional(localTime('名片分配时间', 'When the card was given to its owner; presumably in the format of createTime.')),
  userId: T.Optional(text('用户ID（名片中所属者id）', 'Account of the owner of the card; a bot can own one.')),
  userRealName: T.Optional(text('所属者中文名（需配置）', 'Chinese name of the owner; sent when configured. 机器人 for a bot.')),
  userNo: T.Optional(text('工号', 'Staff number, presumably of the owner.')),
  createUserId: T.Optional(text('用户ID（名片中创建者id）', 'Account of the person who created the card.')),
  createUserRealName: T.Optional(text('创建人名称（需配置）', 'Name of the person who created the card; sent when configured.')),
  'createUserRealName ': T.Optional(text('创建人名称', 'createUserRealName with a blank at the end of the key.', { evidence: 'example' })),
  editUserId: T.Optional(text('修改人账号id', 'Account of the person who last edited the card.')),
  editUserRealName: T.Optional(text('最后修改人中文名', 'Chinese name of the person who last edited the card.')),
  editUserRealNam: T.Optional(text('修改人对内展示名称', 'Name under which colleagues see that person; spelt like this in the table, perhaps cut short.')),
  repName: T.Optional(text('客服名称', 'Name of the agent; one known receiver reads it.', { evidence: 'observed' })),
  groupId: T.Optional(id('分组id', 'Id of the group.')),
  ntagId: T.Optional(id('总结标签id', 'Id of the tag with which the agent summed up the conversation.')),
  ntagName: T.Optional(text('总结标签名称', 'Name of that tag.')),
  ntagMessage: T.Optional(text('总结标签说明', 'Explanation of that tag.')),
  subjectName: T.Optional(
    text('项目中文名 / 项目名称（需配置）', 'Name of the project or course asked about; listed twice, the second time as sent when configured.'),
  ),
  'subjectName ': T.Optional(text('项目名称', 'subjectName with a blank at the end of the key.', { evidence: 'example' })),
  schoolName: T.Optional(text('校区中文名 / 校区名称（需配置）', 'Name of the campus asked about; listed twice, the second time as sent when configured.')),
  'schoolName ': T.Optional(text('校区名称', 'schoolName with a blank at the end of the key.', { evidence: 'example' })),
}

const origin = {
  siteId: T.Optional(id('子站点ID', 'Id of the sub-site on which the conversation took place.')),
  siteName: T.Optional(text('子站点名称', 'Name of that sub-site.')),
  companyName: T.Optional(text('公司名称', 'Name of the company that companyId means.')),
  promotionId: T.Optional(id('渠道id', 'Id of the marketing channel.')),
  promotionName: T.Optional(text('渠道名称', 'Name of the marketing channel; one known receiver reads it.', { evidence: 'observed' })),
  deviceType: T.Optional(
    openCodes('设备类型', 'Device of the visitor.', {
      phone: ['手机', 'phone'],
      pc: ['电脑', 'computer'],
    }),
  ),
  ip: T.Optional(text('Ip地址', 'IPv4 address of the visitor.')),
  ipv6: T.Optional(text('ipv6地址', 'IPv6 address of the visitor.')),
  searchEngine: T.Optional(text('搜索引擎', 'Search engine that the visitor came from.')),
  searchHost: T.Optional(text('搜索域名', 'Host name of that search engine.')),
  keyword: T.Optional(text('搜索词', 'What the visitor searched for.')),
  biddingWord: T.Optional(text('关键词', 'Keyword; by its name the one that the advertiser bid on.')),
  refer: T.Optional(text('来源页', 'URL of the page that led to the site.')),
  firstUrl: T.Optional(text('首次访问页', 'URL of the first page that the visitor opened.')),
  chatURL: T.Optional(text('会话地址', 'URL of the page on which the conversation began.')),
  chatUrl: T.Optional(text('会话地址', 'chatURL as the vendor’s open API spells it; one known receiver reads both.', { evidence: 'observed' })),
}

const conversation = {
  currentChatJsonDetail: T.Optional(
    T.Union(
      [
        list('当前对话内容', 'The lines, oldest first.', ChatLine),
        jsonText('当前对话内容', 'The same array as JSON inside a text.', T.Array(ChatLine), { evidence: 'observed' }),
      ],
      { title: '当前对话内容', description: 'The conversation that led to the lead, line by line.' },
    ),
  ),
}

export const lead = definePush({
  title: '转线索推送',
  summary: 'Visitor turned into a lead',
  doc: '1',
  description:
    'Sent when a visitor is turned into a lead, and at no other time. Which fields are sent, and under which names, is set up for each customer; only the ids are said to be mandatory.',
  zh: {
    summary: '访客转为线索',
    description: '只在访客转为线索时推送，其他时候都不推送。发送哪些字段、用什么名称，由每个客户各自配置；文档只说 id 是必选的。',
  },
  match: {},
  message: T.Object({ ...ids, ...contact, ...extColumns, ...card, ...origin, ...conversation }),
  examples,
  variants,
})
