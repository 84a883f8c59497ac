/** The errata of the customers from the tracks of 3.4 on, in Chinese. */
import type { ErrataWords } from '../words.ts'

export const tracks: ErrataWords = {
  S53: {
    says: 'biz_type 在参数表中有三个取值，curl 示例中是 1，响应中是 user_create 和 user_stage_update。',
    reads: '请求和响应各有一套取值，都是开放的。',
  },
  S54: {
    says: '参数表和第一条数据中 biz_time 的单位是毫秒，其余各条是秒；第一条的 create_time 为 0。',
    reads: '两种都支持，见假设 bizTimeUnit。',
  },
  S55: { says: '参数表中 biz_content 是 String，响应中是对象。', reads: '对象；也接受 JSON 字符串。' },
  S56: { says: '参数表写作 create_ime，响应写作 create_time。', reads: 'create_time；也接受前者。' },
  S57: { says: '响应中的 companyid 和各项计数不在任何参数表中。', reads: '可选。' },
  S58: { says: '响应中 stageType 是字符串，请求中 stage_type 是整数。', reads: '两处都可为字符串或整数。' },
  S59: {
    says: 'stageid 的值中间有换行。',
    reads: '是同一个 id。',
    unmet: '不是合法的 JSON：不能作为消息，只能作为抓包内容。',
  },
  S60: { says: 'curl 示例发送 remark，参数表没有这个字段。', reads: '可选。' },
  S61: { says: 'curl 示例把阶段 id 当作 userid 发送。', reads: '应为客户 id。' },
  S62: { says: '查询客户来源的接口说明写成查询跟进阶段。', reads: '查询客户来源。' },
  S63: {
    says: '参数表中 value 是整数，响应中是字符串；3.3.1 出现的来源 18 不在其中。',
    reads: '字符串；也接受数字；取值列表是开放的。',
  },
  S64: { says: '四处 curl 示例是 GET，却带着 2.2 的请求体。', reads: '没有请求体。' },
  S65: { says: '参数表写作 manager，响应写作 manager_flag。', reads: 'manager_flag；也接受 manager。' },
  S66: { says: '参数表中 type 和 manager 是 String，响应中分别是数字和 null。', reads: '数字或 null；也接受字符串。' },
  S67: {
    says: '右括号多于左括号：外层列表被删掉了。',
    reads: 'items 中直接就是部门。',
    unmet: '不是合法的 JSON：不能作为消息，只能作为抓包内容。',
  },
  S68: {
    says: '参数表中 sub_list 既没有名称，也没有列出其元素的字段；对客服而言它为 null。',
    reads: '树形结构：每个元素的字段与外层相同，或者为 null。',
  },
  S69: {
    says: '3.8.2（城市）和 3.8.3（区县）的参数表和响应互换了位置。',
    reads: '3.8.2 返回城市，3.8.3 返回区县；也接受互换的写法。',
  },
  S70: { says: 'curl 示例中的 id 与所印的响应对不上。', reads: '把两处响应换回来就对得上。' },
  S71: {
    says: 'field_variable 没有名称；它的名称跑到了 field_type 的备注里。',
    reads: 'field_variable 为“自定义字段变量名”，field_type 为“类型”。',
  },
  S72: {
    says: '没有给出 field_status 和 operate_type 的取值；field_params 以及选项中的 field_id、field_variable 只出现在响应中。',
    reads: '取值同 3.3.3；这些字段可选。',
  },
  S73: {
    says: '两条数据之间没有逗号。',
    reads: '补上逗号。',
    unmet: '不是合法的 JSON：不能作为消息，只能作为抓包内容。',
  },
  S74: { says: '示例以空格开头。', reads: '去掉空格。', unmet: 'JSON 之前的空格没有影响。' },
  S75: { says: 'banana 写成 balana。', reads: '属于示例数据。' },
  S100: { says: 'query_list_by_type 并没有 type 参数。', reads: '没有参数。' },
  S103: { says: '参数表中 image 和 path 是 String，响应中为 null。', reads: '字符串或 null。' },
  S104: { says: '没有备注时，3.3.3 中为 null，3.9 中为 ""。', reads: '字符串或 null。' },
  S105: {
    says: '3.9 的参数表同样把 field_type、fill_flag、field_status 和 operate_type 写成 String，响应中是数字。',
    reads: '数字；也接受字符串。',
  },
  S106: {
    says: 'userLabel 在列表中（fixed_fields）是名称，在详情中是 id。',
    reads: '各处以文档所写为准。',
    unmet: '文档的两个示例即是如此。',
  },
  S107: { says: '客户详情的 sex 在参数表中是整数，在响应中是字符串。', reads: '字符串；也接受数字。' },
  S108: { says: '参数表中 biz_time 和 create_ime 是 String，响应中是数字。', reads: '数字；也接受字符串。' },
  S110: {
    says: '参数表把单条数据的字段与 ret_code 并列，没有外层的列表 items；3.9 还缺少 ret_code 和 ret_msg。',
    reads: '放在 items 中，与响应一致。',
  },
  S111: { says: 'curl 示例把客户分配给了 id 与客户相同的客服。', reads: '应是两个不同的 id。' },
  S112: {
    says: '请求是在待分配客户中查找一个电话号码，响应却是其他状态的客户和另一个号码。',
    reads: '响应与请求一致。',
    unmet: '请求和响应取自不同的调用，单独看都没有问题。',
  },
  S113: {
    says: 'extend_fields 和 ex_field_str 都用于自定义字段；响应中只有前者，而且为空。',
    reads: '自定义字段放在 ex_field_str 中，与客户详情一致；extend_fields 可含任意名称。',
  },
  S114: {
    says: '一条跟进结果（21）没有 stageName，它的 stageId 是 oldStageName 所指阶段的 id。',
    reads: '指得出该结果时所处的阶段。',
    unmet: '文档示例即是如此。',
  },
}
