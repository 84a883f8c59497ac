/** What the scenarios are called in English, and what they tell in Chinese; the rest stands in the scenarios. */

export const scenarioWords: Record<string, { title: string; summary: string }> = {
  'visitor-to-customer': {
    title: 'From visitor to lead to customer',
    summary: '一洽、易聊、智齿：同一个人先后与机器人和客服交谈，成为线索，再成为客户，最后成单。',
  },
  'browse-only': {
    title: 'Looks around, asks nothing',
    summary: '一洽：访客由搜索进入，看了几页，打开咨询窗口又放弃，随后离开。',
  },
  'robot-to-person': {
    title: 'From the robot to a person',
    summary: '一洽：机器人先接待，答不上来时转人工；对话结束后客服填写评估，访客打分。',
  },
  'queue-and-transfer': {
    title: 'Queued, answered, handed over',
    summary: '一洽：访客填表、排队、接通，中途转给同事；同事记录并接下这位客户。',
  },
  'message-after-hours': {
    title: 'A message after hours',
    summary: '一洽：访客浏览时最后一位客服下线，访客留言；上班后留言分配给客服。',
  },
  'robot-to-message': {
    title: 'The robot at night, then a message',
    summary: '一洽：夜间只有机器人，访客留言，系统立即把留言分配给客服。',
  },
  'card-and-end': {
    title: 'A card, and the end of the conversation',
    summary: '云朵：访客留下电话时推送一次，会话结束后以相同的 ID 再推送一次。',
  },
  'card-message': {
    title: 'A message without a conversation',
    summary: '云朵：访客看了几页，没有对话，留下姓名和电话。',
  },
  lead: {
    title: 'A talk becomes a lead',
    summary: '易聊：访客与客服交谈，留下电话，转为线索。',
  },
  'customer-won': {
    title: 'A customer, assigned, followed up and won',
    summary: '智齿：新增客户，等待分配，按阶段跟进，直至成单。',
  },
  'customers-merged': {
    title: 'One customer entered twice, then merged',
    summary: '智齿：同一个人先后由表单和来电录入两次，被人发现后合并为一。',
  },
}
