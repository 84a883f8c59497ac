/** 3.6 The channels that customers come from. */
import { block, numericCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { sources } from './codes.ts'
import { items, success } from './common.ts'

// In the order of the document, which is not that of the numbers.
const labels = ['11', '12', '13', '14', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const
const channels = labels.map(value => ({ label: sources[value][0], value }))

export const sourceList = defineOperation({
  title: '查询客户来源',
  summary: 'List the channels that customers come from',
  doc: '3.6',
  description: 'Answers the dictionary of the field source. A value outside it, 18, is seen in customerListByPage.',
  zh: { summary: '查询客户来源渠道', description: '返回字段 source 的字典。customerListByPage 中出现过字典之外的值 18。' },
  method: 'GET',
  path: '/api/scrm/5/user_dynamic/getsource',
  reply: items(
    block('客户来源', 'A channel.', {
      value: numericCodes('字典值', 'Number of the channel: an integer by the table, text in the answer.', sources),
      label: text('字典标签', 'Name of the channel, in Chinese.'),
    }),
  ),
  examples: { documented: { reply: { ...success, items: channels } } },
  variants: { 'values as numbers': { reply: { ...success, items: channels.map(({ label, value }) => ({ label, value: Number(value) })) } } },
})
