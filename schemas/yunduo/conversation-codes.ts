/** The conversation's coded fields. The table gives numbers, the wire carries names of which one each is known: both are listed. */
import { openCodes } from '../atoms.ts'

export const channel = openCodes('渠道', 'Kind of client: a name on the wire, a number in the table.', {
  '1': ['桌面网站', 'Desktop site'],
  '2': ['移动网站', 'Mobile site'],
  '3': ['手机客户端', 'Mobile app'],
  H5_BROWSER: ['移动网站', 'Mobile site; the table calls it 2', 'example'],
})

export const conBuildMode = openCodes('会话创建方式', 'How the conversation came about: a name on the wire, a number in the table.', {
  '1': ['系统分配', 'Assigned by the system'],
  '2': ['系统邀请', 'Invited by the system'],
  '3': ['主动邀请', 'Invited by the agent'],
  '4': ['领取', 'Taken by the agent'],
  '5': ['系统转接', 'Transferred by the system'],
  '6': ['人工转接', 'Transferred by a person'],
  '7': ['人工介入', 'A person stepped in'],
  '8': ['转人工', 'From robot to person'],
  SYS_INVITATION: ['系统邀请', 'Invited by the system; the table calls it 2', 'example'],
})

export const conBuildSource = openCodes('会话创建来源', 'Where the visitor came from: a name on the wire, a number in the table.', {
  '0': ['直接访问', 'Came directly'],
  '1': ['百度-付费链接', 'Baidu, paid link'],
  '2': ['手百IM', 'Chat in the Baidu app'],
  '3': ['百度智能咨询页', 'Baidu’s consultation page'],
  '4': ['腾讯广点通', 'Tencent advertising (Guangdiantong)'],
  '5': ['头条橙子建站', 'Toutiao site builder (Chengzi)'],
  '6': ['微信公众号', 'WeChat official account'],
  '7': ['抖音平台', 'Douyin'],
  '8': ['微博平台', 'Weibo'],
  '9': ['快手平台', 'Kuaishou'],
  '10': ['第三方链接', 'Link of a third party'],
  '11': ['百度-非付费链接', 'Baidu, unpaid link'],
  '12': ['神马', 'Shenma search'],
  '13': ['搜狗', 'Sogou search'],
  '14': ['360', '360 search'],
  '15': ['搜搜', 'Soso search'],
  '16': ['雅虎', 'Yahoo'],
  '17': ['谷歌', 'Google'],
  '18': ['有道', 'Youdao search'],
  '19': ['百度基木鱼', 'Baidu site builder (Jimuyu)'],
  BD_PAY_LINK: ['百度-付费链接', 'Baidu, paid link; the table calls it 1', 'example'],
})

export const conEndMode = openCodes(
  '会话结束方式',
  'How the conversation ended: a name on the wire, a number in the table. Sent for a conversation that still runs, too.',
  {
    '0': ['系统自动结束', 'Ended by the system'],
    '1': ['客服结束', 'Ended by the agent'],
    '2': ['访客结束', 'Ended by the visitor'],
    '3': ['客服转接', 'Transferred by the agent'],
    '4': ['系统转接', 'Transferred by the system'],
    '5': ['人工介入', 'A person stepped in'],
    '6': ['转人工', 'From robot to person'],
    SYS_END: ['系统自动结束', 'Ended by the system; the table calls it 0', 'example'],
  },
)

export const csType = openCodes('客服类型', 'Who serves: a name on the wire, a number in the table.', {
  '1': ['人工', 'A person'],
  '2': ['机器人', 'The robot'],
  ROBOT: ['机器人', 'The robot; the table calls it 2', 'example'],
})

export const status = openCodes('对话状态', 'Where the conversation stands: a name on the wire, a number in the table.', {
  '1': ['浏览中', 'The visitor is looking around'],
  '2': ['邀请中', 'The visitor is being invited'],
  '3': ['对话中', 'They are talking'],
  '4': ['对话结束', 'It is over; its name on the wire is not published'],
  COMMUNICATING: ['对话中', 'They are talking; the table calls it 3', 'example'],
})
