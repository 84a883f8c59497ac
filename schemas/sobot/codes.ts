/** Code lists that several chapters share. */

/** Who or what changed a customer. */
export const operators = {
  1: ['客服', 'Agent'],
  2: ['套电机器人', 'Robot that asks visitors for their phone number'],
  3: ['接待机器人', 'Reception robot'],
  4: ['语音机器人', 'Voice robot'],
  5: ['电销机器人', 'Telesales robot'],
  6: ['触发器', 'Trigger'],
  7: ['定时任务', 'Scheduled task'],
} as const

/** Where a customer stands in the CRM. */
export const crmStatuses = {
  1: ['首咨', 'First consultation'],
  2: ['待分配', 'Waiting to be assigned'],
  3: ['跟进中', 'Being followed up by an owner'],
  4: ['公海', 'In the public pool, free to be claimed'],
} as const

/** Channels that a customer comes from, as 3.6 answers them. */
export const sources = {
  0: ['桌面网站', 'Desktop site', 'example'],
  1: ['微信公众号', 'WeChat official account', 'example'],
  2: ['APP', 'App', 'example'],
  3: ['微博', 'Weibo', 'example'],
  4: ['移动网站', 'Mobile site', 'example'],
  5: ['融云', 'RongCloud', 'example'],
  6: ['呼叫中心', 'Call centre', 'example'],
  7: ['工单中心', 'Ticket centre', 'example'],
  8: ['客户中心', 'Customer centre', 'example'],
  9: ['企业微信', 'WeCom', 'example'],
  10: ['微信小程序', 'WeChat mini program', 'example'],
  11: ['邮件', 'E-mail', 'example'],
  12: ['百度营销', 'Baidu marketing', 'example'],
  13: ['今日头条', 'Toutiao', 'example'],
  14: ['奇虎360', 'Qihoo 360', 'example'],
} as const

/** Types of a custom field; the pushes number 7 and 8 the other way round. */
export const fieldTypes = {
  1: ['单行文本', 'One line of text'],
  2: ['多行文本', 'Several lines of text'],
  3: ['日期', 'Date'],
  4: ['时间', 'Time'],
  5: ['数值', 'Number'],
  6: ['下拉列表', 'Drop-down list'],
  7: ['复选框', 'Check boxes; radio buttons in the table of the pushes'],
  8: ['单选框', 'Radio buttons; check boxes in the table of the pushes'],
  9: ['级联字段', 'Cascade: a choice on each of several levels'],
} as const

export const sexes = { 1: ['男', 'Male'], 2: ['女', 'Female'] } as const

/** How far following up has come: two kinds of stage, and the outcomes of the second. */
export const stageTypes = {
  1: ['跟进过程', 'Under way'],
  2: ['跟进结果', 'Outcome'],
  21: ['成单', 'Won'],
  22: ['输单', 'Lost'],
  23: ['无效', 'Not valid'],
} as const

/** Customers are deleted by a mark. */
export const deletionMarks = { 8: ['正常', 'Kept'], 9: ['已删除', 'Deleted'] } as const

export const blacklistMarks = { '0': ['正常', 'No'], '1': ['黑名单', 'Yes'] } as const

/** States of labels and their groups. */
export const labelStatuses = { '-1': ['删除', 'Deleted'], '0': ['无效', 'Not in force'], '1': ['有效', 'In force'] } as const
