/** 3.5 The stages of following up. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, numericCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { stageTypes } from './codes.ts'
import { done, items, success } from './common.ts'

const last = { id: 'c38eb2bfe9cff10fd4991b6b15de06ff', name: '交易达成', sortnum: 4 }

export const stageList = defineOperation({
  title: '查询跟进阶段',
  summary: 'List the stages of following up',
  doc: '3.5.1',
  description: 'Answers every stage that a customer can be in. The path speaks of a type, but no parameter is documented.',
  zh: { summary: '查询跟进阶段', description: '返回客户可以处于的所有阶段。路径中提到类型，但文档没有写任何参数。' },
  method: 'GET',
  path: '/api/scrm/5/user_stage/query_list_by_type',
  reply: items(
    block('跟进阶段', 'A stage.', {
      id: text('主键', 'Id of the stage.'),
      name: text('阶段名称', 'Name of the stage.'),
      sortnum: integer('顺序编号', 'Place in the order of stages, from 0.'),
    }),
  ),
  examples: {
    documented: {
      reply: {
        ...success,
        items: [
          { id: 'ffda3285bb44c77eb788004db2bfec48', name: '初步沟通', sortnum: 0 },
          { id: '12a99583c8950c48c7d7c30fbb1b18cb', name: '正常跟进', sortnum: 1 },
          { id: 'c504299f0076b28f921aecaab1d74fd2', name: '意向确定', sortnum: 2 },
          { id: '7642fd35923e7a3f943bc5e14af478d7', name: '付款流程', sortnum: 3 },
          last,
        ],
      },
    },
  },
})

const body = { remark: '', stageid: last.id, stage_name: last.name, stage_type: 1, userid: '90636589fabe326fba99f3c512103fa1' }

export const customerStageSave = defineOperation({
  title: '为客户设置阶段',
  summary: 'Put a customer into a stage',
  doc: '3.5.2',
  description: 'Moves a customer to a stage. That userid and stageid are required is our reading.',
  zh: { summary: '为客户设置阶段', description: '把客户移到某个阶段。userid 和 stageid 必填，是我们的理解。' },
  method: 'POST',
  path: '/api/scrm/5/user_stage/stage_save',
  body: T.Object({
    userid: text('客户id', 'Id of the customer.'),
    stageid: text('阶段id', 'Id of the stage, as stageList answers it.'),
    stage_name: T.Optional(text('阶段名称', 'Name of the stage.')),
    stage_type: T.Optional(numericCodes('跟进阶段类型', 'Kind of the stage. An outcome is written as 21, 22 or 23.', stageTypes)),
    remark: T.Optional(text('备注', 'Note on the change.', { evidence: 'example' })),
  }),
  reply: done,
  fails: ['400004'],
  examples: { documented: { body, reply: success } },
  variants: { 'stage_type as text': { body: { ...body, stage_type: '21' }, reply: success } },
})
