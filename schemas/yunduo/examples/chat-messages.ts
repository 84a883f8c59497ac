/** The 26 chat messages of the printed example: the newest first, line breaks of the PDF taken out, personal data replaced. */
import type { Static } from '@sinclair/typebox'
import type { ChatMessage } from '../chat-message.ts'

export const cardId = '20240628kfu10416'
const agent = '5000962'

const visitor = {
  ext: '{"companyId":"3359","childChannelId":"2625","conversationId":"27535616","userId":"5000962"}',
  from: cardId,
  type: 0,
  fromclienttype: 16,
}
const robot = { ext: '{"type": 2,"msgType":"robot"}', from: agent, type: 100, fromclienttype: 32 }
const server = { type: 100, fromclienttype: 32 }

export const chatMessages: Static<typeof ChatMessage>[] = [
  {
    ...visitor,
    msgidclient: '301fb271c3dbc29a597e13e462656db6',
    msgid: 11722199287575,
    sendtime: 1719540964519,
    body: { msg: '我重点咨询哈尔滨东北农业大学' },
  },
  { ...robot, msgidclient: 'd970d4c1-7ba6-47f1-a3f0-ecb6d019247c', msgid: 11722190046803, sendtime: 1719540935179, body: { msg: '<p>怎么称呼您呢？</p>' } },
  { ...robot, msgidclient: '30a2100c-f5b3-4caa-ae46-db2e98605891', msgid: 11722188850536, sendtime: 1719540932172, body: { msg: '好的' } },
  { ...visitor, msgidclient: '31c9a1cdf9c9b7c8241fa43eab020631', msgid: 11722188293524, sendtime: 1719540929120, body: { msg: '嗯' } },
  {
    ...robot,
    msgidclient: '5c0391d3-9f28-4b05-a0ff-ccdbea1ad116',
    msgid: 11722184115308,
    sendtime: 1719540915228,
    body: { msg: '<p>您手机号和微信同步吗？</p>' },
  },
  {
    ...robot,
    ext: '{"type": 13,"msgType":"robot"}',
    msgidclient: '2e5b052f-282f-48d9-a557-85dc9bc25699',
    msgid: 11722183509930,
    sendtime: 1719540912804,
    body: { msg: { result: 'SLOT', text: '识别到手机号' } },
  },
  { ...visitor, msgidclient: 'bfcb18d93e3b8c4413505c05f4ee18a2', msgid: 11722183411259, sendtime: 1719540911645, body: { msg: '16000000001' } },
  {
    ...robot,
    msgidclient: 'dc87457c-dd13-435b-a904-a4237ef3646b',
    msgid: 11722181887298,
    sendtime: 1719540907215,
    body: { msg: '<p>资料里包含考研真题、历年分数线，考纲、学费等信息，您先了解下，再做具体考虑，这样不耽误您~~</p>' },
  },
  {
    ...robot,
    msgidclient: '2b39364b-bdfe-4ba7-a23e-c559b52a5e02',
    msgid: 11722177628083,
    sendtime: 1719540892297,
    body: {
      msg: '<p>这边把最新的发布的报考条件，必考科目，院校，报考流程 ，时间及费用明细，直接发给您，您先作为参考详细了解一下。请问您接收的手机号是？</p>',
    },
  },
  {
    ...visitor,
    msgidclient: '3a634ea678aec3eec0c42065a3922ec5',
    msgid: 11722175366639,
    sendtime: 1719540888034,
    body: { msg: '我想咨询全日制的，因为现在我上的是大三，马上要上大四' },
  },
  {
    ...robot,
    msgidclient: '1bbb8509-ce76-466d-a4cd-002583e2273f',
    msgid: 11722175154164,
    sendtime: 1719540886208,
    body: { msg: '<p>稍后把考研资料等信息发送到您的手机上，您这边可以提前了解参考决定，您接收资料的手机号码是什么？</p>' },
  },
  {
    ...robot,
    msgidclient: '9ca052c5-0631-494e-af53-a870983a9b65',
    msgid: 11722170926262,
    sendtime: 1719540872223,
    body: { msg: '<p>发资料您详细了解下，主要也是<span style="color: #e03e2d;"><strong>为了您高效备考、不踩坑</strong></span>，您的联系方式是？</p>' },
  },
  {
    ...robot,
    msgidclient: '0547cfa8-84c5-49d3-af80-bc00a9345f86',
    msgid: 11722165094171,
    sendtime: 1719540852330,
    body: {
      msg:
        '<p>好的，同学。稍后老师把最新发布的<span style="color: #e03e2d;"><strong>报名条件，报名时间</strong></span>，比较热门的' +
        '<span style="color: #e03e2d;"><strong>院校简章，专业一览，各院校招生名额，报考难度对比，考试科目，报考相关</strong>' +
        '</span>等最新文件以短信的形式直接发给您，信息是免费接收的，请问您接收短信的手机号码是？</p>',
    },
  },
  {
    ...robot,
    msgidclient: '3458d197-531f-4b23-a1fd-518f1f36671a',
    msgid: 11722164880530,
    sendtime: 1719540849189,
    body: { msg: '嗯，有的，回电给您详细介绍一下吧' },
  },
  { ...visitor, msgidclient: '07bb1e5c53f50326caf82da5a6b8f9f2', msgid: 11722164061393, sendtime: 1719540846781, body: { msg: '这有什么区别吗？' } },
  {
    ...robot,
    msgidclient: 'd1c29d98-b001-4f26-a656-9f3ceeda875b',
    msgid: 11722160358510,
    sendtime: 1719540834226,
    body: { msg: '<p>您是想咨询在职研究生还是全日制研究生呢？</p>' },
  },
  {
    ...visitor,
    msgidclient: 'c26dabb442914dd6a1c28f52cb90aa3a',
    msgid: 11722158113815,
    sendtime: 1719540829641,
    body: { msg: '想咨询一下，农大的什么专业好' },
  },
  {
    ...robot,
    msgidclient: '248ca7c1-59cf-4985-aaca-9d56acceccdb',
    msgid: 11722151069404,
    sendtime: 1719540804344,
    body: { msg: '<p>有想好准备报考什么专业吗？</p>' },
  },
  { ...visitor, msgidclient: 'ed2273e23b429e6197cbdbe2e448fa1c', msgid: 11722150151365, sendtime: 1719540801418, body: { msg: '大三/大四' } },
  {
    ...robot,
    msgidclient: '58f0f398-539b-4950-a493-8b2587622b63',
    msgid: 11722146432311,
    sendtime: 1719540789198,
    body: { msg: '<p>您是兴趣了解，还是计划报考呢？</p>' },
  },
  {
    ...robot,
    ext: '{"type": 10,"msgType":"robot"}',
    msgidclient: '3d72151e-eeb5-436b-abe8-763d7c344ea6',
    msgid: 11722139272740,
    sendtime: 1719540767366,
    body: {
      msg: {
        result: { bgColor: 'rgba(238, 70, 8, 1)', bgColorType: 0, optionList: ['大一/大二', '大三/大四', '大专已毕业', '本科已毕业', '高考结束'] },
        fieldName: 'field_name1',
        text:
          '<p>您好，请问您目前是什么学历呢？研究生报考条件主要是看学历的。<span style="color: #e03e2d;"><strong>（高考生不符合条件 ' +
          '请勿咨询！）</strong></span></p>',
      },
    },
  },
  {
    ...robot,
    msgidclient: '17bee744-9bd6-439d-a391-5865a4e92ae9',
    msgid: 11722138257299,
    sendtime: 1719540764258,
    body: {
      msg:
        '<p>您好：这里是2024-2025年（毕业证+学位证）研究生报考服务指导中心，免费为您提供以下资讯，您是想了解：<br />【1】：<span ' +
        'style="color: #e03e2d;">报考条件</span><br />【2】：<span style="color: #e03e2d;">考试科目</span><br />【3】：<span ' +
        'style="color: #e03e2d;">院校学费一览</span><br />【4】：<span style="color: #e03e2d;">考试报名时间</span><br />【5】：' +
        '<span style="color: #e03e2d;">研究生热门院校招生简章</span><br />【6】：<span style="color: #e03e2d;">提前面试报考</span>' +
        '<br />【7】：<span style="color: #e03e2d;">更多</span><br />可直接回复对应数字或者留下您的电话即可快速咨询！</p><p>&nbsp;' +
        '</p><p><strong><span style="color: #e03e2d;">【重要提醒】</span></strong><br /><strong><span style="color: ' +
        '#e03e2d;">~本窗口不提供中高考生成绩查询，录取查询，志愿填报咨询等服务，勿扰！</span></strong><br /><strong><span ' +
        'style="color: #e03e2d;">~大一大二在校生和高中及以下学历不符合报考条件！请勿咨询！！！</span></strong></p>',
    },
  },
  {
    ...robot,
    msgidclient: '2c9fd408-98ed-46fe-ab35-74a9df15c1f8',
    msgid: 11722137880534,
    sendtime: 1719540762114,
    body: { msg: '<p>&nbsp;<img src="https://pic.example.com/default/-1/2024/0626/1735/43/1719394540581.png" alt="" width="242" height="124" /></p>' },
  },
  {
    ...robot,
    msgidclient: 'b4196f1d-7fcc-4ed3-a7e9-d1717f27baf1',
    msgid: 11722137863985,
    sendtime: 1719540761874,
    body: { msg: '<p>同学，您好！我是研究生报考信息咨询<strong><span style="color: #e03e2d;">学习顾问林老师</span></strong>，很高兴为您服务。</p>' },
  },
  {
    ...server,
    ext: '{"type": 1, "from" : "server"}',
    from: agent,
    msgidclient: 'e9c2246d-363d-4122-a034-b646e33c48fc',
    msgid: 11722137700001,
    sendtime: 1719540761690,
    body: { msg: { result: { conversationId: 27535616, userId: 5000962 }, conversationId: 27535616, childChannelId: 2625, type: 1 } },
  },
  {
    ...server,
    ext: '{"type": 0, "from" : "server"}',
    from: cardId,
    msgidclient: '128f2a0a-c888-4d7c-a8c5-2da7fa1d11c5',
    msgid: 11722137764987,
    sendtime: 1719540761501,
    body: { msg: { result: { timestamp: 1719540761337 }, conversationId: 27535616, childChannelId: 2625, type: 1 } },
  },
]
