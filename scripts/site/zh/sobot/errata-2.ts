/** The errata of the customers up to the custom fields of 3.3.3, in Chinese. */
import type { ErrataWords } from '../words.ts'

export const customers: ErrataWords = {
  S22: { says: '类型写作 Ingeter。', reads: 'Integer。' },
  S23: {
    says: '文档中有 proviceid、provice_name 和 /provice 这样的写法；3.8.1 返回 provinceid 和 province_name，推送中是 province_name。',
    reads: '各处保留各自的写法。',
  },
  S24: { says: '若干行没有中文名称。', reads: '参照相邻的行命名。' },
  S25: {
    says: 'crm_status 为 3 时 liable_serviceid 必填；但编辑接口的参数表没有 crm_status，其 curl 示例却有。',
    reads: 'crm_status 在两个接口中都是可选；发送了它，上述条件才生效。',
  },
  S26: { says: '路径中的 id 与请求体中的 id 不同。', reads: '以路径中的为准。' },
  S27: {
    says: 'ex_field_str 那一行写的是 String，后面却又有一张字段表。',
    reads: '以字符串形式书写的 JSON 数组。',
    unmet: '传输时始终是字符串；第二张表说明其中的内容。',
  },
  S28: { says: '同一个名称有三种写法。', reads: '各处保留各自的写法；推送中任何一种都接受。' },
  S29: {
    says: '参数表写作 Liable_departmentid，curl 示例写作 liable_departmentid。',
    reads: 'liable_departmentid；也接受首字母大写的写法。',
  },
  S30: {
    says: 'curl 示例请求的是 /label_group/draw。',
    reads: '/public_user/assign；/label_group/draw 作为别名保留。',
  },
  S31: {
    says: 'curl 示例请求的是 /label_group/draw，与 3.2.2 相同。',
    reads: '/public_user/confirm；该别名归 customerAssign 所有。',
  },
  S32: {
    says: '标题说的是回收到公海，路径是 confirm（确认），参数又区分有效和无效。',
    reads: '见假设 confirmEffect。',
    unmet: '不一致的只是名称，消息本身没有问题。',
  },
  S33: {
    says: 'confirmids 是逗号分隔的字符串，liable_list 是列表；curl 示例中各自只有一个元素。',
    reads: '以参数表为准。',
  },
  S34: { says: '文中写的是 GET，curl 示例却用 -X POST，并把参数放在查询串中。', reads: 'GET；也接受 POST。' },
  S35: { says: '参数表中 search_type 取 1 到 5，curl 示例中是 tel。', reads: '1 到 5；也接受 tel，等同于 4。' },
  S36: {
    says: '备注写“业务标签id或业务标签id”；参数表中是列表，curl 示例中是逗号分隔的字符串。',
    reads: '企微标签 id 或业务标签 id，以逗号分隔。',
  },
  S37: {
    says: '参数表中 items 是对象，各项计数是字符串；响应中 items 是数组，计数是数字，没有 page_no，page_size 也与请求不同。',
    reads: 'items 是数组；计数可为字符串或数字；page_no 可选。',
  },
  S38: {
    says: '参数表中 source、user_status、create_type 和各时间字段是 String，响应中是数字。',
    reads: '数字；也接受字符串。',
  },
  S39: { says: '响应中有九个字段不在参数表中。', reads: '可选。' },
  S40: { says: '参数表中的一些字段从未在响应中出现。', reads: '为空时省略。' },
  S41: {
    says: 'module_type 是取值 1 到 6 的字符串；这里默认每页 15 个客户，别处默认每页 100 个标签。',
    reads: '各处以文档所写为准。',
  },
  S42: {
    says: 'fixed_fields 中的 userLabel 采用驼峰写法。',
    reads: '以文档所写为准；该对象可含任意名称。',
    unmet: '文档示例即是如此。',
  },
  S43: { says: '查询客户详情的接口说明写成“新建客户”。', reads: '查询客户详情。' },
  S44: {
    says: '参数表用下划线命名，没有 item 这一层；响应用驼峰命名，值为字符串，放在 item 中。',
    reads: '以响应为准；也接受参数表中的名称。',
  },
  S45: { says: '响应中有参数表没有列出的字段。', reads: '可选。' },
  S46: {
    says: '类型 7 和 8 各有一个选项；field_text 不在任何参数表中。',
    reads: 'field_text 是选项的显示文字；类型见 S50。',
    unmet: '按哪种读法都说得通。',
  },
  S47: { says: 'custom_fieid_info_list。', reads: '以文档所写为准：正文与 curl 示例一致。' },
  S48: { says: '参数 id 在 curl 示例中没有发送，3.9 也没有这个参数。', reads: '可选，不起作用。' },
  S49: { says: '两节描述同一路径，响应却不同。', reads: '视为同一个接口；3.9 的字段是完整的。' },
  S50: { says: '复选框和单选框在 API 中是 7、8，在推送中是 8、7。', reads: '见 pushFieldTypes。' },
  S51: {
    says: '最后一条数据之后有逗号。',
    reads: '去掉逗号。',
    unmet: '不是合法的 JSON：不能作为消息，只能作为抓包内容。',
  },
  S52: {
    says: '参数表中 field_type、fill_flag 和 field_status 是 String，响应中是数字。',
    reads: '数字；也接受字符串。',
  },
}
