/** The contracts of OkayAPI, in Chinese. */
import type { ContractWords } from '../words.ts'

export const contracts: ContractWords = {
  AAndyUseRecordStatistics: {
    summary: '列出助手的使用记录',
    description: '钉钉用户每向助手提一个问题，就有一行。每个参数都会缩小列表范围。',
  },
  ASaveAndyVardDtas: {
    summary: '保存方案的过程数据',
    description: '新建一行，或更新该 id 的行。就我们所知，没有发送的列保持原值。',
  },
  ACpsReceiveSearch: {
    summary: '查询内容产品的售卖案例',
    description: '向机器人提出的关于已售内容的问题。响应只给出所存行的 id；答案本身看来会发到会话里。',
  },
  ANrkhCaseDetail: {
    summary: '列出内容客户案例',
    description: '使用所购内容的客户的案例。文档没有写响应的内容。',
  },
  ANrdadanCaseDetail: {
    summary: '列出内容打单方案',
    description: '为内容业务打单时所用的方案，每个方案带一个链接。筛选条件中只有五个会作为字段返回。',
  },
  APtjdCaseDetail: {
    summary: '列出竞对平台切换案例',
    description: '更换了竞对平台的客户，分页返回。文档承诺支持排序，但没有参数可以排序。',
  },
  AReceiveMsg: {
    summary: '接收 @机器人的消息',
    description: '群里 @机器人的消息的回调，包括文件。响应只给出所存行的 id；机器人的回复看来会发到会话里。',
  },
  ABuildExcel: {
    summary: '生成多工作表的 Excel 文件',
    description: '只接受公共参数：文档没有写工作表里放什么，也没有写文件如何返回。',
  },
  ALieBiaoProductprocuredetail: {
    summary: '列出 2021 至 2024 年的内容产品采购记录',
    description: '谁购买了哪种内容产品，分页返回。文档承诺支持排序，但没有参数可以排序；金额可用于筛选，却不返回。',
  },
  ALieBiaoAndyReportPromts: {
    summary: '列出报告解读的提示词',
    description: '解读报告的各应用所用的提示词，分页返回。文档承诺支持排序，但没有参数可以排序。',
  },
  ALieBiaoAndypromptsteps: {
    summary: '列出提示词步骤',
    description: '某个版本的方案中各步骤的提示词，分页返回。文档承诺支持排序，但没有参数可以排序。',
  },
  AGetAndyVarDatas: {
    summary: '获取用户的过程数据',
    description: '一个用户的所有行。列表有自己的名称 datas，没有总数。',
  },
  AJdyyReportData: {
    summary: '获取阶段报告的数据',
    description: '汇总一个运营阶段的数据。文档没有写响应的内容；从 webhook 看，结果可能稍后发到那里。',
  },
  ARjkhSaleCaseDetail: {
    summary: '列出软件售卖案例',
    description: '购买了软件的客户，分页返回。',
  },
  ARjkhSaleCaseReceiveSearch: {
    summary: '查询软件售卖案例',
    description: '向机器人提出的关于软件客户的问题，没有同类接口所带的员工 id。响应只给出所存行的 id。',
  },
}
