/** Example leads: the printed one, one with every field, and the deviations that a receiver may meet. */

const visitorStaticId = '01000000082400917735628104459316'
const page = 'http://m.example.com/zt/hbtd.html?sgyd1&PP&YS-YHJY&SG1-p-hb&key=weizhi'
const line = { chat_id: 351940826, type: 'RECORD_RECORD' }

const currentChatJsonDetail = [
  { ...line, create_time: '2020-04-13 16:49:47', from_id: visitorStaticId, message: '111', recorder_id: 1860472315 },
  { ...line, create_time: '2020-04-13 16:49:54', from_id: 'agent-kf', message: '111', recorder_id: 1860476537 },
  { ...line, create_time: '2020-04-13 16:49:58', from_id: visitorStaticId, message: '我的手机号是', recorder_id: 1860476671 },
  { ...line, create_time: '2020-04-13 16:50:04', from_id: visitorStaticId, message: '16000006283', recorder_id: 1860476881 },
]

const card = {
  visitorStaticId,
  name: '太原市6283',
  mobile: '16000006283',
  tel: '',
  qq: '1000001',
  weixin: 'xxxxxx',
  chatURL: page,
  firstUrl: page,
  createTime: '2020-04-13 16:49:40',
  userId: 'AI-demo001BotA',
  keyword: '培训学校',
  userRealName: '机器人',
  searchHost: 'wap.sogou.com',
  province: '山西省',
  city: '太原市',
  extColumn1: '',
  extColumn2: '',
  extColumn3: '',
  extColumn4: '',
  extColumn5: '',
  extColumn6: '',
  extColumn7: '',
  currentChatJsonDetail,
}
const configured = { schoolName: '', subjectName: '', createUserRealName: '' }
const ids = { companyId: '20417', chatId: '351940826' }

const documented = { ...ids, ...card, ...configured }

const everyField = {
  ...documented,
  name: '林晓然',
  email: 'lead@example.com',
  area: '山西太原',
  sex: '女',
  userId: 'demo-agent-02',
  createUserId: 'demo-agent-01',
  extColumn1: '暑期班',
  extColumn2: '线上',
  extColumn3: '周末',
  extColumn4: '一对一',
  extColumn5: '初次咨询',
  extColumn6: '高中',
  extColumn7: '家长',
  extColumn8: '数学',
  extColumn9: '本月',
  extColumn10: '试听',
  extColumn11: '午后联系',
  extColumn12: '校区自提',
  extColumn13: '无',
  extColumn14: '无',
  extColumn15: '无',
  deviceType: 'phone',
  searchEngine: '搜狗',
  refer: 'http://wap.example.com/search?q=peixun',
  editTime: '2020-04-13 16:55:10',
  allocationTime: '2020-04-13 16:52:31',
  tel: '16000000351',
  country: '中国',
  siteId: '1183',
  siteName: '移动站',
  companyName: '示例培训学校',
  ipv6: '2001:db8::6283',
  ip: '203.0.113.158',
  promotionId: '506',
  type: '意向客户',
  ntagId: '77',
  ntagName: '有意向',
  ntagMessage: '留下电话并愿意试听',
  subjectName: '高中数学',
  schoolName: '迎泽校区',
  currentChatJsonDetail: currentChatJsonDetail.map(it => ({ ...it, sender_type: it.from_id === visitorStaticId ? 1 : 0 })),
  userRealName: '陈一诺',
  createUserRealName: '周明远',
  editUserRealName: '陈一诺',
  note: '希望周末上课',
  userNo: '1002',
  editUserId: 'demo-agent-02',
  editUserRealNam: '一诺老师',
  biddingWord: '数学培训',
  groupId: '9',
}

const { editUserRealName: _, ...withoutEditUserRealName } = everyField
const { chatURL, ...withoutChatURL } = documented

export const examples = { documented, everyField }

export const variants = {
  'without companyId and chatId': { ...card, ...configured },
  'nothing but the mandatory ids': { visitorStaticId, ...ids },
  'blank-padded keys': { ...ids, ...card, 'schoolName ': '', 'subjectName ': '', 'createUserRealName ': '' },
  'chatUrl in place of chatURL': { ...withoutChatURL, chatUrl: chatURL },
  'ids as numbers': { ...everyField, companyId: 20417, chatId: 351940826, siteId: 1183, promotionId: 506, ntagId: 77, groupId: 9 },
  'line ids as text': {
    ...documented,
    currentChatJsonDetail: currentChatJsonDetail.map(it => ({ ...it, chat_id: String(it.chat_id), recorder_id: String(it.recorder_id) })),
  },
  'conversation as JSON text': { ...documented, currentChatJsonDetail: JSON.stringify(currentChatJsonDetail) },
  'sender_type in each line': { ...documented, currentChatJsonDetail: everyField.currentChatJsonDetail },
  'only editUserRealNam': withoutEditUserRealName,
  'owned by a bot': { ...everyField, userId: 'AI-demo001BotA', userRealName: '机器人' },
  'card older than the conversation': {
    ...documented,
    visitorStaticId: '01000000037158260449913527706284',
    mobile: '16000001158',
    createTime: '2020-03-28 05:59:02',
  },
  'extra names of a known receiver': { ...everyField, district: '迎泽区', promotionName: '移动搜索', repName: '陈一诺' },
}
