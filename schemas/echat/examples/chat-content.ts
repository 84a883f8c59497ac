/** Examples of a transcript and of an offline message (3.2.5). */
const stamp = { msgId: '39116641', tm: '1563864914001' }

const lines = [
  '对话开始 >>2016-08-17 10:47:01.0',
  '访客>2016-08-17 10:47:08',
  '您好',
  '访客>2016-08-17 10:47:09',
  '您好',
  'Nora>2016-08-17 10:47:13',
  '您好',
  '访客>2016-08-17 10:47:24',
  '想詢問自動應答功能 ',
  '访客>2016-08-17 10:47:34',
  '是否可以多新增幾個呢',
  '访客>2016-08-17 10:47:46',
  '如30秒回復一個內容',
  '访客>2016-08-17 10:48:00',
  '90秒再回復一個呢?',
  'Nora>2016-08-17 10:48:08',
  '您好,只能设置一次',
  '访客>2016-08-17 10:48:38',
  '因回覆內容不同 這樣設置有些不便',
  'Nora>2016-08-17 10:49:18',
  '您公司ID是多少呢?',
  '对话结束 >>2016-08-17 10:51:12.0',
  '访客关闭对话',
]

export const spoken = { ...stamp, chatData: { chatRecordId: '1_5987809', chatContent: lines.join('\\n') } }

export const spokenVariants = {
  'line feeds between the lines': { ...spoken, chatData: { chatRecordId: '1_5987809', chatContent: lines.join('\n') } },
}

const chatData = {
  chatRecordId: '3_5987809',
  chatContent: ['留言开始 >>2016-08-17 10:47:01.0', '访客>2016-08-17 10:47:08', '请回电', '留言结束 >>2016-08-17 10:51:12.0'].join('\\n'),
}

const crmData = {
  visitorId: 'web300100200',
  name: '一洽技术1',
  gender: '0',
  age: '0',
  maritalStatus: '0',
  phone: '16000000009',
  qq: '123456',
  wechat: '12345',
  email: '123456@example.com',
  nation: '中国',
  province: '广东省',
  city: '深圳市',
  address: '南山区',
  memo: '优质客户',
  c1: '商户咨询',
}

export const left = { ...stamp, chatData, crmData }

export const leftVariants = {
  'blank-padded values': {
    ...left,
    crmData: {
      visitorId: ' web300100200 ',
      name: ' 一洽技术1 ',
      gender: '0 ',
      age: '0 ',
      maritalStatus: '0 ',
      phone: ' 16000000009 ',
      qq: ' 123456 ',
      wechat: ' 12345 ',
      email: ' 123456@example.com ',
      nation: ' 中国 ',
      province: ' 广东省 ',
      city: ' 深圳市 ',
      address: ' 南山区 ',
      memo: ' 优质客户 ',
      c1: ' 商户咨询 ',
    },
  },
  'line feeds between the lines': { ...left, chatData: { ...chatData, chatContent: chatData.chatContent.replaceAll('\\n', '\n') } },
  'without crmData': { ...stamp, chatData },
}
