/** 名片: the fields of a card and the options to choose from. Cards and left messages share them. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, integerCodes, list, offsetTime, openCodes, text } from '../atoms.ts'

const no = ['否', 'No'] as const
const yes = ['是', 'Yes'] as const

export const CardPropertyOption = block(
  '名片字段下拉框',
  'One option of a card field that is chosen from a list.',
  {
    companyId: integer('机构编号', 'Id of the company that owns the option.'),
    createTime: offsetTime('创建时间', 'When the option was created.'),
    defaultFlag: openCodes('是否为默认选项', 'Whether the option is chosen from the start: a name on the wire, a number in the table.', {
      '0': no,
      '1': yes,
      FALSE: ['否', 'No; the table calls it 0', 'example'],
      TRUE: ['是', 'Yes; the table calls it 1, the name is seen on multiFlag only', 'assumed'],
    }),
    hidden: integerCodes('是否隐藏', 'Whether the option is hidden; 0 unless somebody hid it.', { '0': ['不隐藏', 'Shown'], '1': ['隐藏', 'Hidden'] }),
    hierarchy: T.Optional(integer('层级', 'Depth of the option in a cascading menu; absent from the printed example.')),
    id: integer('字段ID', 'Id of the option (the table says: of the field).'),
    multiFlag: openCodes('是否为多选', 'Whether several options may be chosen: a name on the wire, a number in the table.', {
      '0': no,
      '1': yes,
      FALSE: ['否', 'No; the table calls it 0, the name is seen on defaultFlag only', 'assumed'],
      TRUE: ['是', 'Yes; the table calls it 1', 'example'],
    }),
    delFlag: openCodes('删除标记', 'Whether the option was deleted: a name on the wire, a number in the table.', {
      '0': ['未删除', 'Not deleted'],
      '1': ['已删除', 'Deleted; its name on the wire is not published'],
      VALID: ['未删除', 'Not deleted; the table calls it 0', 'example'],
    }),
    orderNumber: integer('排序字段', 'Position among the options, from 1.'),
    pid: integer('父id', 'Id of the option above it; 0 at the top.'),
    propertyId: integer('名片字段编号', 'Id of the card field that the option belongs to.'),
    propertyOption: text('名片字段下的选项', 'The option itself, as people read it.'),
    updateTime: offsetTime('更新时间', 'When the option was last changed.'),
  },
  { $id: 'CardPropertyOption' },
)

export const CardProperty = block(
  '名片字段',
  'One field of a card and its value.',
  {
    fieldName: text('字段名称', 'Key of the field: a word for the built-in ones (phone), `field_name1` and so on for a company’s own.'),
    propertyId: integer('属性id', 'Id of the field.'),
    propertyName: text('属性名称', 'Name of the field, as people read it.'),
    propertyValue: text('属性值', 'The value, always as text, numbers and choices included.'),
    type: openCodes('名片字段类型', 'How the value is entered: a name on the wire, a number in the table. The names of the other five are not published.', {
      '1': ['文本框', 'One line of text'],
      '2': ['文本段落', 'Several lines of text'],
      '3': ['数字', 'Whole number'],
      '4': ['小数', 'Decimal number'],
      '5': ['日期', 'Date'],
      '6': ['日期时间', 'Date and time'],
      '7': ['复选框', 'Check boxes'],
      '8': ['下拉条', 'Drop-down list'],
      '9': ['级联菜单', 'Cascading menu'],
      TEXT: ['文本框', 'One line of text; the table calls it 1', 'example'],
      TEXT_AREA: ['文本段落', 'Several lines of text; the table calls it 2', 'example'],
      INTEGER: ['数字', 'Whole number; the table calls it 3', 'example'],
      SELECT: ['下拉条', 'Drop-down list; the table calls it 8', 'example'],
    }),
    cardPropertyOptionList: T.Optional(list('名片字段下拉框', 'The options; absent for a field that is not chosen from a list.', CardPropertyOption)),
  },
  { $id: 'CardProperty' },
)
