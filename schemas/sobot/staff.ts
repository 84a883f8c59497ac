/** 3.7 Departments and agents. */
import { Type as T } from '@sinclair/typebox'
import { block, list, nullable, numericCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { items, success } from './common.ts'

const managers = { 1: ['管理员', 'Administrator'], 2: ['客服', 'Agent'] } as const

const Staff = T.Recursive(
  Self =>
    block('部门或坐席', 'A department with what is in it, or an agent.', {
      id: text('部门id或坐席id', 'Id of the department or agent.'),
      name: text('部门名称或坐席名称', 'Name of the department or agent.'),
      image: T.Optional(nullable(text('坐席头像', 'Address of the picture of an agent; null without one.'))),
      path: T.Optional(nullable(text('部门id列表', 'Ids from the company down to the department, joined by `|`; null for agents.'))),
      type: numericCodes('数据类型', 'What the entry is.', { 1: ['部门', 'Department'], 2: ['客服', 'Agent'] }),
      manager_flag: T.Optional(nullable(numericCodes('管理员标记', 'Role of an agent; null in every example.', managers, { evidence: 'example' }))),
      manager: T.Optional(nullable(numericCodes('管理员标记', 'manager_flag, as the table spells it.', managers))),
      sub_list: T.Optional(nullable(list('下级列表', 'Departments and agents directly below; null for agents.', Self))),
    }),
  { $id: 'Staff' },
)

const agent = { id: 'd46f9b7ff656d3def4f9b24cbc91de38', name: '测试2', image: null, path: null, type: 2, manager_flag: null, sub_list: null }
const department = {
  id: '6355130cfedb07e3a4abb13580b2b4f7',
  name: '运营部',
  image: null,
  path: 'fb1eac5fcacbcb053ae018b64665c9ad|413ab6326a35a4a1fdaa786667807722|6355130cfedb07e3a4abb13580b2b4f7',
  type: 1,
  manager_flag: null,
  sub_list: [agent],
}
const { manager_flag: _, ...plain } = agent

export const staffList = defineOperation({
  title: '查询客服列表',
  summary: 'List departments and agents',
  doc: '3.7',
  description: 'Answers the tree of departments with their agents; ids of agents are what liable_serviceid wants.',
  zh: { summary: '查询部门和客服', description: '返回部门树及各部门的客服；liable_serviceid 要的就是客服的 id。' },
  method: 'GET',
  path: '/api/scrm/5/user/user_list',
  reply: items(Staff),
  examples: { documented: { reply: { ...success, items: [department] } } },
  variants: {
    'manager as in the table': { reply: { ...success, items: [{ ...department, sub_list: [{ ...plain, manager: '2' }] }] } },
    'types as text': { reply: { ...success, items: [{ ...department, type: '1', sub_list: [{ ...agent, type: '2', manager_flag: '1' }] }] } },
    'an agent with a picture': {
      reply: { ...success, items: [{ ...department, image: '', sub_list: [{ ...agent, image: 'https://img.example.com/agent.png', path: '' }] }] },
    },
  },
})
