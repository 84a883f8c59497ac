/** A message in a DingTalk group that mentions the robot: as the table types it, and as DingTalk itself sends it. */
export const message = {
  senderPlatform: 'Mac',
  conversationId: 'cidQ3v8mZt1YkR6dWn0sLx2Jg==',
  atUsers: '[{"dingtalkId":"$:LWCP_v1:$b7Kq2nXf9TzR4mHs"}]',
  chatbotCorpId: 'ding4c81f07ea2d95b36',
  chatbotUserId: '$:LWCP_v1:$b7Kq2nXf9TzR4mHs',
  msgId: 'msgT5hYw8cVb1NqPz3Lk6Xr==',
  senderNick: '林晓然',
  isAdmin: 'false',
  createAt: '1719540759412',
  senderCorpId: 'ding4c81f07ea2d95b36',
  conversationType: '2',
  senderId: '$:LWCP_v1:$w2Jd6pVc8QyG0tNe',
  conversationTitle: '华东大客户打单群',
  isInAtList: 'true',
  sessionWebhook: 'https://oapi.example.com/robot/sendBySession?session=5e0b93d7c1f84a26',
  text: '{"content":" 食品行业有哪些领导力项目的案例"}',
  msgtype: 'text',
  robotCode: 'dingk2v7xq9m4hzr',
  sessionWebhookExpiredTime: '1719546159412',
}

export const asSent = {
  ...message,
  atUsers: [{ dingtalkId: '$:LWCP_v1:$b7Kq2nXf9TzR4mHs' }],
  isAdmin: false,
  createAt: 1719540759412,
  isInAtList: true,
  text: { content: ' 食品行业有哪些领导力项目的案例' },
  sessionWebhookExpiredTime: 1719546159412,
}

export const file = { downloadCode: 'mIofN681YE3f8cQxT2wLkZ0v', fileName: '测评报告.pdf' }
