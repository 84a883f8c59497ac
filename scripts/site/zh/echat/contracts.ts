/** The contracts of Echat, in Chinese. */
import type { ContractWords } from '../words.ts'

export const contracts: ContractWords = {
  companyStatus: {
    summary: '公司在线或离线',
    description: '公司的第一位客服变为在线或忙碌时推送；最后一位客服离开、隐身或退出登录时推送。',
  },
  skillStatus: {
    summary: '客服分组在线或离线',
    description: '分组中第一位客服上线时推送，最后一位客服离线时推送。',
  },
  staffStatus: { summary: '客服的状态', description: '客服的状态改变时推送。' },
  routeStatus: {
    summary: '路由在线或离线',
    description: '路由下的分组（含溢出分组）中有客服上线时推送，全部离线时推送。',
  },
  leaveMsgOwner: {
    summary: '留言已分配',
    description: '留言有了负责人时推送：由系统分配、由客服分配，或由客服认领。',
  },
  chatStart: { summary: '对话开始', description: '访客开始与客服对话，或开始留言时推送。' },
  robotChatStart: { summary: '机器人对话开始', description: '访客开始与机器人对话时推送。' },
  chatEnd: { summary: '对话结束', description: '与客服的对话或留言结束时推送。' },
  robotChatEnd: { summary: '机器人对话结束', description: '与机器人的对话结束时推送，转给人工时也推送。' },
  chatAnswer: { summary: '排队的对话接通', description: '需要排队的对话被接通时推送。' },
  chatTransfer: { summary: '对话转接', description: '客服把对话转接给另一位客服时推送。' },
  chatContent: {
    summary: '对话内容',
    description: '带来对话中说过的内容。文档没有写何时推送；它的示例一直到对话结束。',
  },
  leaveMsgContent: {
    summary: '留言内容',
    description: '带来一条留言，以及 CRM 所知的留言人信息。',
  },
  chatSubject: { summary: '客服评估对话', description: '客服把对话归入某个主题时推送。' },
  chatScore: { summary: '访客评价对话', description: '访客在对话中或对话后作出满意度评价时推送。' },
  crmStatus: {
    summary: '客户数据变更',
    description:
      '以下情况推送：访客填写对话前的表单；客服提交客户数据；客服编辑字段，每个字段一条消息；客户被分配给客服。',
  },
  visitorEnter: { summary: '访客进入网站', description: '访客进入网站时推送。' },
  keywordReturn: {
    summary: '事后取得的搜索关键字',
    description: '百度对网站隐藏搜索关键字。一洽向百度查询，得知后推送，比 visitorEnter 晚一段时间。',
  },
  visitorOut: { summary: '访客离开网站', description: '访客离开网站后推送，带有本次访问的全部对话。' },
  visitorTrackPage: {
    summary: '一次访问的页面',
    description: '带来访客打开过的页面。文档没有写是在访问期间还是访问之后推送。',
  },
}
