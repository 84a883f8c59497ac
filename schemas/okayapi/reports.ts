/** 统计与报告: how often the assistants are used, the Excel file, the prompts by which reports are read, and the report of a stage. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, list, openCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { common, envelope, page, paging, path, step, undocumented } from './common.ts'
import { app_key, plain, signed } from './examples/call.ts'

const assistantType = openCodes('助手类型', 'Which assistant was asked.', {
  1: ['内容产品售卖', 'Sales of content products'],
  2: ['平台合作客户', 'Partner customers of the platform'],
  3: ['内容打单方案', 'Proposals for deals over content'],
  4: ['内容客户案例', 'Cases of content customers'],
})
const nick = text('使用者钉钉昵称', 'DingTalk nickname of the user.')
const question = text('咨询内容', 'What the user asked.')
const conversationType = openCodes('会话类型', 'Where the user asked.', { 1: ['单聊', 'Private chat'], 2: ['群聊', 'Group chat'] })

const statistics = {
  query: { app_key, page: 1, perpage: 10, assistant_type: '3', conversation_type: '2' },
  data: {
    items: [
      {
        assistant_type: '3',
        dd_group_name: '华东大客户打单群',
        user_dd_nick: '林晓然',
        consult_content: '制造业新员工培训的打单方案',
        conversation_type: '2',
        use_time: '2024-06-28 10:12:41',
        use_date: '2024-06-28',
        assistant_name: '打单助手',
      },
    ],
    total: 1,
  },
}

export const AAndyUseRecordStatistics = defineOperation({
  title: '使用情况记录统计',
  summary: 'List usage of the assistants',
  doc: '1',
  description: 'One row for each question that a DingTalk user asked an assistant. Each parameter narrows the list.',
  zh: { summary: '列出助手的使用记录', description: '钉钉用户每向助手提一个问题，就有一行。每个参数都会缩小列表范围。' },
  method: 'GET',
  path: path('AAndyUseRecordStatistics'),
  query: T.Object({
    ...common,
    ...paging,
    assistant_type: T.Optional(assistantType),
    user_dd_nick: T.Optional(nick),
    consult_content: T.Optional(question),
    conversation_type: T.Optional(conversationType),
  }),
  reply: envelope(
    block('业务数据', 'One page of usage.', {
      items: list(
        '数据列表',
        'The rows; empty when the query fails.',
        block('使用记录', 'One question to an assistant.', {
          assistant_type: assistantType,
          dd_group_name: text('钉钉群名称', 'Name of the DingTalk group; empty in a private chat, as far as we can tell.'),
          user_dd_nick: nick,
          consult_content: question,
          conversation_type: conversationType,
          use_time: text('使用时间', 'When it was asked. The format is not stated; the examples write local date and time.'),
          use_date: text('使用日期', 'The day of it. The format is not stated; the examples write yyyy-MM-dd.'),
          assistant_name: text('助手名称', 'Name of the assistant.'),
        }),
      ),
      total: integer('总数', 'Number of rows on all pages.'),
    }),
  ),
  examples: {
    documented: { query: statistics.query, reply: { ...signed('AAndyUseRecordStatistics'), data: statistics.data } },
    'empty list': { query: { app_key, user_dd_nick: '陈一诺' }, reply: { ...signed('AAndyUseRecordStatistics'), data: { items: [], total: 0 } } },
  },
  variants: { 'reverse signature off': { query: statistics.query, reply: { ...plain('AAndyUseRecordStatistics'), data: statistics.data } } },
})

export const ABuildExcel = defineOperation({
  title: '生成多Sheet的Excel文件',
  summary: 'Build an Excel file of several sheets',
  doc: '8',
  description: 'Takes the common parameters only: the document does not say what goes into the sheets, nor how the file comes back.',
  zh: { summary: '生成多工作表的 Excel 文件', description: '只接受公共参数：文档没有写工作表里放什么，也没有写文件如何返回。' },
  method: 'POST',
  path: path('ABuildExcel'),
  query: T.Object({ ...common }),
  reply: envelope(undocumented),
  examples: { documented: { query: { app_key }, reply: { ...signed('ABuildExcel'), data: {} } } },
  variants: { 'reverse signature off': { query: { app_key }, reply: { ...plain('ABuildExcel'), data: {} } } },
})

const catalog = text('应用分类', 'Class of the application.')
const appName = text('应用名称', 'Name of the application.')
const appId = text('应用id', 'Id of the application.')
const reportPrompts = {
  query: { app_key, page: 1, perpage: 10, app_catalog: '人才发展' },
  data: {
    lie_biao: [
      {
        app_catalog: '人才发展',
        app_name: '测评报告解读',
        app_id: 'app_6f21c0d8',
        app_url: 'https://apps.example.com/report/6f21c0d8',
        currNodeInstanceId: 'node_91b7e4a2',
        order_index: 1,
        prompt: '你是一名人才发展顾问,请解读下面的测评报告。',
        step1: '概括报告的主要结论',
        step2: '指出三项优势和两项不足',
        step3: '给出后续三个月的发展建议',
      },
    ],
    zong_shu: 1,
  },
}

export const ALieBiaoAndyReportPromts = defineOperation({
  title: '根据搜索条件,分页获取报告解读提示词步骤表数据列表,支持排序、搜索',
  summary: 'List prompts for reading reports',
  doc: '10',
  description: 'The prompts of the applications that explain reports, a page at a time. Sorting is promised, but no parameter does it.',
  zh: { summary: '列出报告解读的提示词', description: '解读报告的各应用所用的提示词，分页返回。文档承诺支持排序，但没有参数可以排序。' },
  method: 'GET',
  path: path('ALieBiaoAndyReportPromts'),
  query: T.Object({ ...common, ...paging, app_catalog: T.Optional(catalog), app_name: T.Optional(appName), app_id: T.Optional(appId) }),
  reply: envelope(
    page(
      block('提示词步骤', 'The prompts of one application.', {
        app_catalog: catalog,
        app_name: appName,
        app_id: appId,
        app_url: text('应用地址', 'Address of the application.'),
        currNodeInstanceId: text('节点实例id', 'Id of the instance of a node in the flow of the application.'),
        order_index: integer('排序', 'Place in the order.'),
        prompt: text('主提示词', 'The main prompt.'),
        step1: step(1),
        step2: step(2),
        step3: step(3),
      }),
    ),
  ),
  examples: {
    documented: { query: reportPrompts.query, reply: { ...signed('ALieBiaoAndyReportPromts'), data: reportPrompts.data } },
    'empty list': { query: { app_key, app_id: 'app_00000000' }, reply: { ...signed('ALieBiaoAndyReportPromts'), data: { lie_biao: [], zong_shu: 0 } } },
  },
  variants: { 'reverse signature off': { query: reportPrompts.query, reply: { ...plain('ALieBiaoAndyReportPromts'), data: reportPrompts.data } } },
})

const report = { query: { app_key }, body: { input_type: '1', webhook: 'https://hooks.example.com/okayapi/report' } }

export const AJdyyReportData = defineOperation({
  title: '获取阶段运营报告数据',
  summary: 'Get the data of a stage report',
  doc: '13',
  description: 'Collects the figures of one stage of operation. The answer is not documented; the webhook suggests that it may arrive there later.',
  zh: { summary: '获取阶段报告的数据', description: '汇总一个运营阶段的数据。文档没有写响应的内容；从 webhook 看，结果可能稍后发到那里。' },
  method: 'POST',
  path: path('AJdyyReportData'),
  query: T.Object({ ...common }),
  body: T.Object({
    input_type: T.Optional(
      openCodes('输入类型', 'Kind of input. The document breaks off after the number 2.', { 1: ['kng', 'kng (the word is not explained)'] }),
    ),
    webhook: T.Optional(text('回送', 'Where to send the result, it seems: the table has this one word and no format.')),
  }),
  reply: envelope(undocumented),
  examples: { documented: { ...report, reply: { ...signed('AJdyyReportData'), data: {} } } },
  variants: { 'reverse signature off': { ...report, reply: { ...plain('AJdyyReportData'), data: {} } } },
})
