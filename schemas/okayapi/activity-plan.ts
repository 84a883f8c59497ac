/** 活动方案: the prompts that lead through a plan, and what the assistant and its user have worked out so far. */
import { Type as T, type TString } from '@sinclair/typebox'
import { block, integer, integerCodes, list, numeric, openCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { common, envelope, page, paging, path, step } from './common.ts'
import { creation, rest, row, update } from './examples/activity-plan.ts'
import { app_key, plain, signed } from './examples/call.ts'

const userId = numeric('用户id', 'Id of the user whose plan it is: text where it is saved, a number where it is asked for.')

/** Columns that are saved and read alike. `sys_` is what the assistant wrote, `user_` what the user made of it. */
const columns = {
  user_name: text('用户姓名', 'Name of the user.'),
  sys_survey_report: text('系统-需求调研报告', 'Report on the survey of needs.'),
  sys_activity_need: text('系统-活动方案-活动需求', 'Requirements that the activity has to meet.'),
  sys_content_select: text('系统-活动方案-内容选择', 'Content that the assistant selected.'),
  user_content_select: text('用户-活动方案-内容选择', 'Content that the user selected.'),
  sys_content_tuij: text('系统-活动方案-内容推荐', 'Content that the assistant recommends (tuijian).'),
  sys_activity_name: text('系统-活动方案-活动名称', 'Name of the activity, as the assistant proposed it.'),
  user_activity_name: text('用户-活动方案-活动名称', 'Name of the activity, as the user chose it.'),
  sys_activity_ideas: text('系统-活动方案-活动思路', 'Line of thought of the activity.'),
  sys_activity_plan: text('系统-活动方案-活动策划', 'Plan of the activity, step by step.'),
  sys_activity_enroll: text('系统-活动方案-活动报名', 'How people enrol.'),
  sys_activity_xuanc: text('系统-活动方案-活动宣传', 'How the activity is promoted (xuanchuan).'),
  sys_incentive_plan: text('系统-活动方案-激励措施', 'Incentives.'),
  sys_yuqi_result: text('系统-活动方案-预期效果', 'Expected effect (yuqi).'),
  sys_refine_merge: text('方案合并', 'The parts merged into one plan.'),
  sys_activity_simplify: text('方案精简', 'The plan in short.'),
  fansan_mothed: text('发散方式', 'Method of divergent thinking. The spelling is the wire name.'),
  yixiang_course: text('意向课程', 'Courses that the user has in mind (yixiang).'),
  activity_type: text('活动类型', 'Kind of activity.'),
  activity_beijing: text('活动背景', 'Background of the activity (beijing is pinyin for it, not the city).'),
  activity_mubiao: text('活动目标', 'Goal of the activity (mubiao).'),
  enterprise_name: text('企业名称', 'Name of the company.'),
}

const costs = {
  total_tokens: text('总Token数', 'Tokens that the language model used in all.'),
  total_rmb: text('总人民币', 'What they cost, in yuan.'),
  current_model: text('当前模型', 'Language model in use.'),
}

/** Saved, but not listed in the answer. */
const unlisted = (field: TString) =>
  T.Optional<TString>({ ...field, description: `${field.description} Saved, but not listed in the answer.`, 'x-evidence': 'assumed' })

const saving = { query: { app_key }, body: creation }

export const ASaveAndyVardDtas = defineOperation({
  title: '保存过程数据存储表',
  summary: 'Save the working data of a plan',
  doc: '2',
  description: 'Creates a row, or updates the one of that id. Columns that are left out keep their value, as far as we can tell.',
  zh: { summary: '保存方案的过程数据', description: '新建一行，或更新该 id 的行。就我们所知，没有发送的列保持原值。' },
  method: 'POST',
  path: path('ASaveAndyVardDtas'),
  query: T.Object({ ...common }),
  body: T.Object({
    id: T.Optional(integer('待更新的数据ID', 'Id of the row to update; only an update needs it, which is our reading.')),
    user_id: T.Optional(userId),
    ...T.Partial(T.Object({ ...columns, ...costs })).properties,
    operate_type: T.Optional(integerCodes('操作方式', 'What to do.', { 1: ['创建', 'Create'], 2: ['更新', 'Update'] }, { default: 1 })),
    block_index: T.Optional(integer('分块索引', 'Index of the block. The column of defaults says 1, the explanation 0.', { default: 1 })),
  }),
  reply: envelope(
    block('业务数据', 'What was saved. The table names both fields and does not tell a creation from an update.', {
      id: T.Optional(numeric('新主键Id', 'Id of the new row: text by the table.')),
      row_num: T.Optional(numeric('影响行数', 'Number of rows that changed: text by the table.')),
    }),
  ),
  examples: {
    documented: { ...saving, reply: { ...signed('ASaveAndyVardDtas'), data: { id: '318', row_num: '1' } } },
    update: { query: { app_key }, body: update, reply: { ...signed('ASaveAndyVardDtas'), data: { id: '318', row_num: '1' } } },
  },
  variants: {
    'reverse signature off': { ...saving, reply: { ...plain('ASaveAndyVardDtas'), data: { id: '318', row_num: '1' } } },
    'ids as numbers': {
      query: { app_key },
      body: { ...creation, user_id: 20240017 },
      reply: { ...signed('ASaveAndyVardDtas'), data: { id: 318, row_num: 1 } },
    },
    'only an id after a creation': { ...saving, reply: { ...signed('ASaveAndyVardDtas'), data: { id: '318' } } },
    'only row_num after an update': { query: { app_key }, body: update, reply: { ...signed('ASaveAndyVardDtas'), data: { row_num: '1' } } },
    'block_index from 0': {
      query: { app_key },
      body: { ...creation, block_index: 0 },
      reply: { ...signed('ASaveAndyVardDtas'), data: { id: '318', row_num: '1' } },
    },
  },
})

const stepType = openCodes('步骤类型', 'Kind of step, by the initials of its Chinese name. The document gives one and breaks off.', {
  qymc: ['企业名称', 'Name of the company'],
})

const promptSteps = {
  query: { app_key, page: 1, perpage: 10, version: '1.0', step_type: 'qymc' },
  data: {
    lie_biao: [
      {
        version: '1.0',
        step_type: 'qymc',
        prompt: '请根据用户的输入确认企业名称。',
        step1: '提取用户提到的企业名称',
        step2: '名称不完整时请用户补充',
        step3: '复述企业名称并请用户确认',
        step4: '',
        step5: '',
        step6: '',
        step7: '',
        step8: '',
        step9: '',
        step10: '',
        step11: '',
        step12: '',
        step_name: '企业名称',
      },
    ],
    zong_shu: 1,
  },
}

export const ALieBiaoAndypromptsteps = defineOperation({
  title: '根据搜索条件,分页获取提示词步骤表数据列表,支持排序、搜索',
  summary: 'List prompt steps',
  doc: '11',
  description: 'The prompts of each step of a proposal in one version, a page at a time. Sorting is promised, but no parameter does it.',
  zh: { summary: '列出提示词步骤', description: '某个版本的方案中各步骤的提示词，分页返回。文档承诺支持排序，但没有参数可以排序。' },
  method: 'GET',
  path: path('ALieBiaoAndypromptsteps'),
  query: T.Object({
    ...common,
    ...paging,
    version: text('提示词版本', 'Version of the prompts. Marked as required, yet it has a default, which the framework fills in before it looks.', {
      default: '1.0',
    }),
    step_type: T.Optional(stepType),
  }),
  reply: envelope(
    page(
      block('提示词步骤', 'The prompts of one step.', {
        version: text('提示词版本', 'Version of the prompts.'),
        step_type: stepType,
        prompt: text('提示词', 'The prompt of the step as a whole.'),
        step1: step(1),
        step2: step(2),
        step3: step(3),
        step4: step(4),
        step5: step(5),
        step6: step(6),
        step7: step(7),
        step8: step(8),
        step9: step(9),
        step10: step(10),
        step11: step(11),
        step12: step(12),
        step_name: text('步骤名称', 'Chinese name of the step, such as 企业名称 or 企业概述.'),
      }),
    ),
  ),
  examples: {
    documented: { query: promptSteps.query, reply: { ...signed('ALieBiaoAndypromptsteps'), data: promptSteps.data } },
    'empty list': { query: { app_key, version: '9.0' }, reply: { ...signed('ALieBiaoAndypromptsteps'), data: { lie_biao: [], zong_shu: 0 } } },
  },
  variants: { 'reverse signature off': { query: promptSteps.query, reply: { ...plain('ALieBiaoAndypromptsteps'), data: promptSteps.data } } },
})

const reading = { query: { app_key, user_id: 20240017 } }

export const AGetAndyVarDatas = defineOperation({
  title: '根据UserID,获取过程数据存储表数据详情',
  summary: 'Get the working data of a user',
  doc: '12',
  description: 'All rows of one user. The list bears its own name, datas, and has no total.',
  zh: { summary: '获取用户的过程数据', description: '一个用户的所有行。列表有自己的名称 datas，没有总数。' },
  method: 'GET',
  path: path('AGetAndyVarDatas'),
  query: T.Object({ ...common, user_id: integer('过程数据存储表数据UserID', 'Id of the user, a number here and text elsewhere.') }),
  reply: envelope(
    block('业务数据', 'Everything that the user has saved.', {
      datas: list(
        '数据列表',
        'The rows; empty when the query fails.',
        block('过程数据', 'One saved row.', {
          user_id: userId,
          ...columns,
          block_index: numeric('分块索引', 'Index of the block, text here and a number where it is saved. The explanation counts from 0.'),
          id: T.Optional(numeric('数据ID', 'Id of the row. An update needs it, but the table of the answer does not list it.', { evidence: 'assumed' })),
          total_tokens: unlisted(costs.total_tokens),
          total_rmb: unlisted(costs.total_rmb),
          current_model: unlisted(costs.current_model),
        }),
      ),
    }),
  ),
  examples: {
    documented: { ...reading, reply: { ...signed('AGetAndyVarDatas'), data: { datas: [row] } } },
    'empty list': { query: { app_key, user_id: 20240099 }, reply: { ...signed('AGetAndyVarDatas'), data: { datas: [] } } },
  },
  variants: {
    'reverse signature off': { ...reading, reply: { ...plain('AGetAndyVarDatas'), data: { datas: [row] } } },
    'ids as numbers': { ...reading, reply: { ...signed('AGetAndyVarDatas'), data: { datas: [{ ...row, user_id: 20240017, block_index: 1 }] } } },
    'columns that the table leaves out': { ...reading, reply: { ...signed('AGetAndyVarDatas'), data: { datas: [{ ...row, ...rest }] } } },
    'block_index from 0': { ...reading, reply: { ...signed('AGetAndyVarDatas'), data: { datas: [{ ...row, block_index: '0' }] } } },
  },
})
