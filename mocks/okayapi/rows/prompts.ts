/** Rows of prompts: how an application reads reports, and the steps that lead through a plan, in several versions. */
import type { World } from '../../world/world.ts'
import { type Draw, drawing, times } from './draw.ts'

const catalogs = ['人才发展', '组织诊断', '培训运营', '销售赋能', '学习分析', '会议评审']
const kinds = '测评 盘点 调研 敬业度 满意度 学习进度 考试成绩 任职资格 复盘 竞聘 绩效 积分'.split(' ')
const nodes = ['概括', '分析', '建议']
const findings = ['主要结论', '关键数据', '突出变化', '共性问题']

/** Three nodes an application, in their order. */
export function reportPrompts(world: World) {
  const draw = drawing(world, 'reportPrompts')
  return catalogs.flatMap(catalog => kinds.flatMap(kind => application(catalog, `${kind}报告解读`, draw)))
}

function application(app_catalog: string, app_name: string, draw: Draw) {
  const id = draw.hex(4)
  return nodes.map((node, index) => ({
    app_catalog,
    app_name,
    app_id: `app_${id}`,
    app_url: `https://apps.example.com/report/${id}`,
    currNodeInstanceId: `node_${draw.hex(4)}`,
    order_index: index + 1,
    prompt: `你是一名${app_catalog}顾问,请完成${app_name}的${node}部分。`,
    step1: `列出报告的${draw.pick(findings)}`,
    step2: `指出${draw.between(2, 4)}项优势和${draw.between(2, 4)}项不足`,
    step3: `给出后续${draw.between(1, 6)}个月的${node}意见`,
  }))
}

const versions = ['1.0', '1.1', '1.2', '1.3', '2.0', '2.1', '2.2', '3.0', '3.1']

/** Initials → name. Only the first is in the document; the others follow the columns of a plan. */
const steps: { readonly [type: string]: string } = {
  qymc: '企业名称',
  qygs: '企业概述',
  hyfx: '行业分析',
  xqdy: '需求调研',
  xyhx: '学员画像',
  hdxq: '活动需求',
  hdbj: '活动背景',
  hdmb: '活动目标',
  hdlx: '活动类型',
  hdmc: '活动名称',
  hdsl: '活动思路',
  hdch: '活动策划',
  hdbm: '活动报名',
  hdxc: '活动宣传',
  jlcs: '激励措施',
  yqxg: '预期效果',
  nrxz: '内容选择',
  nrtj: '内容推荐',
  yxkc: '意向课程',
  fsfs: '发散方式',
  ysgs: '预算估算',
  rcap: '日程安排',
  fahb: '方案合并',
  fajj: '方案精简',
}
const verbs = ['提取', '核对', '归纳', '补充', '复述', '确认']
const objects = ['用户提到的要点', '缺少的信息', '前一步的结论', '与企业相符的例子', '可以量化的指标', '用户的选择']

/** The columns of a row; those beyond the last step are empty. */
const MOST_STEPS = 12

export function promptSteps(world: World) {
  const draw = drawing(world, 'promptSteps')
  return versions.flatMap(version =>
    Object.entries(steps).map(([step_type, step_name]) => ({
      version,
      step_type,
      prompt: `请根据用户的输入完成「${step_name}」,版本${version}。`,
      ...stepsOf(step_name, draw),
      step_name,
    })),
  )
}

function stepsOf(name: string, draw: Draw) {
  const count = draw.between(3, MOST_STEPS)
  const texts = times(MOST_STEPS, index => (index < count ? `${name}:${draw.pick(verbs)}${draw.pick(objects)}` : ''))
  return Object.fromEntries(texts.map((text, index) => [`step${index + 1}`, text]))
}
