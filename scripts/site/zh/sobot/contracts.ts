/** The contracts of Sobot, in Chinese. */
import type { ContractWords } from '../words.ts'

export const contracts: ContractWords = {
  getToken: {
    summary: '获取访问 token',
    description:
      '每次调用都返回一个新的 token，有效期为 expires_in 秒。各项服务共用一个 token，到期前或收到 900002 后刷新。其他接口都要求在请求头 `token` 中带上它。',
  },
  labelGroupSave: {
    summary: '创建标签组',
    description: '创建一个业务标签组。文档中哪些字段必填的信息已丢失；只有名称必填，是我们的理解。',
  },
  labelGroupUpdate: {
    summary: '编辑标签组',
    description: '修改该 id 的标签组。id 和 name 必填，是我们的理解。',
  },
  labelGroupList: { summary: '查询标签组列表', description: '分页返回业务标签组。' },
  labelGroupRemove: {
    summary: '删除标签组及其标签',
    description: '删除标签组和其中的所有标签。id 放在路径中；使用不带 id 的路径时，放在查询串中。',
  },
  labelSave: {
    summary: '创建标签',
    description: '在标签组中创建一个业务标签。name 和 groupid 必填，是我们的理解。',
  },
  labelUpdate: {
    summary: '编辑标签',
    description: '修改该 id 的标签。id 和 name 必填，是我们的理解。',
  },
  labelList: {
    summary: '查询标签列表',
    description: '分页返回一个标签组的标签。不带 groupid 时返回什么，文档没有写；我们理解为所有标签组的标签。',
  },
  labelRemove: {
    summary: '删除标签',
    description: '删除该标签。id 放在路径中；使用不带 id 的路径时，放在查询串中。',
  },
  customerLabels: {
    summary: '批量查询客户的标签',
    description:
      '返回所查询的各个客户的业务标签，每个客户一次。curl 示例把 id 直接作为请求体发送；表格写的是带 `ids` 的对象。',
  },
  customerLabelUpdate: {
    summary: '修改客户的标签',
    description: '设置客户的业务标签。两个示例都把标签直接作为请求体发送；表格写的是带 `list` 的对象。',
  },
  customerSave: {
    summary: '新建客户',
    description: '新建一个客户。文档中哪些字段必填的信息已丢失；我们的理解是 nick、uname、tel 至少有一个。',
  },
  customerUpdate: {
    summary: '编辑客户',
    description: '修改所发送的字段；以路径中的客户为准，不管请求体中带什么 id。',
  },
  customerAssign: {
    summary: '把客户分配给负责人',
    description: '把客户分配给客服，或由客服领取客户。三个字段都必填，是我们的理解。',
  },
  customerConfirm: {
    summary: '把客户回收到公海',
    description:
      '从负责人那里收回客户。标题、路径和 confirm_type 说的是三件不同的事；实际会怎样，只能由我们假设。两个字段都必填，是我们的理解。',
  },
  customerListByPage: {
    summary: '查询客户列表',
    description: '分页返回符合所有已发送条件的客户。curl 示例用 POST 发送同样的查询串。',
  },
  customerDetail: { summary: '查询客户详情', description: '返回一个客户的所有已知信息。' },
  customFieldList: {
    summary: '查询客户的自定义字段',
    description: '返回客户可以有的所有字段。3.3.3 和 3.9 两处都有描述；3.9 的返回内容更多。',
  },
  customerDynamicListByPage: {
    summary: '查询客户的行为轨迹',
    description: '分页返回客户身上发生过的事。',
  },
  customerRecordSave: {
    summary: '添加跟进记录',
    description: '记录对客户所做的跟进。两个字段都必填，是我们的理解。',
  },
  stageList: {
    summary: '查询跟进阶段',
    description: '返回客户可以处于的所有阶段。路径中提到类型，但文档没有写任何参数。',
  },
  customerStageSave: {
    summary: '为客户设置阶段',
    description: '把客户移到某个阶段。userid 和 stageid 必填，是我们的理解。',
  },
  sourceList: {
    summary: '查询客户来源渠道',
    description: '返回字段 source 的字典。customerListByPage 中出现过字典之外的值 18。',
  },
  staffList: {
    summary: '查询部门和客服',
    description: '返回部门树及各部门的客服；liable_serviceid 要的就是客服的 id。',
  },
  provinceList: { summary: '查询省份' },
  cityList: {
    summary: '查询一个省的城市',
    description: '返回城市；文档在这里印的是区县，城市印在 3.8.3。',
  },
  areaList: {
    summary: '查询一个城市的区县',
    description: '返回区县；文档在这里印的是城市，区县印在 3.8.2。',
  },
  customerAdded: {
    summary: '新增客户',
    description: '客户出现在 CRM 的任意列表中时立即推送。它与更新的区别只在于 update_type 为空，因此要按 userid 写入。',
  },
  customerUpdated: {
    summary: '更新客户',
    description:
      '有人编辑客户资料或把客户移到另一个阶段时立即推送。除 update_type 外与新增客户相同，因此要按 userid 写入。',
  },
  customerMerged: {
    summary: '两个客户合并为一个',
    description: '有人合并两个客户时立即推送。把属于 merged_userid 的内容移到 userid 名下。',
  },
}
