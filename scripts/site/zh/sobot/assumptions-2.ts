/** What the document of Sobot leaves open about answers and pushes, in Chinese. */
import type { AssumptionWords } from '../words.ts'

export const answers: AssumptionWords = {
  emittedTypes: {
    question: '同一个值在表格和示例中类型不同时，发送哪一种？',
    choices: {
      examples: '列表和合并推送中是数字，详情和其他推送中是文本。',
      table: '按“类型”一列。',
    },
    why: '示例更接近实际传输的内容；读取的一方两种都接受。',
  },
  emptyValues: {
    question: '没有值的字段如何表示？',
    choices: { examples: '客户中省略，标签和标签组中为 null，推送中为 ""。' },
    why: '示例就是这样。',
  },
  regionAnswers: {
    question: 'cityList 返回城市，areaList 返回区县吗？',
    choices: { byName: '是。', swapped: '不是，两者对调，与文档印出的一致。' },
    why: '文档中的返回示例与请求的 id 都对不上；它们放错了小节。',
  },
  maxPageSize: {
    question: 'page_size 有上限吗？',
    choices: {
      none: '没有。不发送时，page_no 为 1；page_size 对客户为 15，对标签和标签组为 100。',
    },
    unit: '条',
    why: '文档写了默认值，没有写上限；page_count 等于 total_count 除以 page_size，向上取整。',
  },
  dynamicPageSize: {
    question: '没有 page_size 时，客户行为每页有多少条？',
    choices: { '15': '与客户列表相同。' },
    unit: '条',
    why: '文档在这里没有说明。',
  },
  bizTimeUnit: {
    question: 'biz_time 的单位是什么？',
    choices: { milliseconds: '毫秒，与表格一致。', seconds: '秒，示例的四条中有三条如此。' },
    why: '两种都出现过；读取的一方按数值大小区分。',
  },
  confirmEffect: {
    question: 'customerConfirm 会对客户做什么？',
    choices: {
      publicPool: '去掉负责人，把客户放入公海，不管 confirm_type 是什么。',
      byType: '类型 1 使客户变为待分配，类型 2 把客户放入公海。',
    },
    why: '标题说的是公海，参数说的是确认客户是否有效。',
  },
}

export const pushes: AssumptionWords = {
  pushAcknowledgement: {
    question: '推送在什么情况下算已收到？',
    choices: { code0: '任意 2xx；如果正文是 JSON 且有 `code`，它必须为 0。', statusOnly: '任意 2xx。' },
    why: '同类消息的接收端应答 {"code":0}；写有说明的那个页面，链接已丢失。',
  },
  pushRetries: {
    question: '一条推送尝试几次？',
    choices: {
      '3': '立即一次，首次失败后 1 秒一次，第二次失败后 5 秒一次；然后进入失败列表。再往后的每次尝试都间隔 5 秒。',
    },
    unit: '次尝试',
    why: '文档没有写，但工单有一个列出失败推送的接口，可见失败会被保留。',
  },
  pushTimeout: {
    question: '发送方等待应答多久？',
    choices: { '5': '5 秒。' },
    unit: '秒',
    why: '文档没有写；微信也等待这么久。',
  },
  pushBatch: {
    question: '一条消息带多少个事件？',
    choices: { '20': '最多 20 个，同一公司、同一类型；满一秒则不足 20 个也发送。', '1': '一个，与每个示例一致。' },
    unit: '个事件',
    why: '在线消息就是这样打包的，content 是列表也因为如此。',
  },
  pushBatchKinds: {
    question: '一条消息可以同时含有新增、更新和合并的客户吗？',
    choices: {
      uniform: '不可以：一条消息只有一种，由第一条数据判断是哪一种。',
      mixed: '可以，按事件发生的顺序；要逐条查看。',
    },
    why: '三种的类型都是 crm，打包时可能混在一起；示例都只有一条数据。',
  },
  pushSignature: {
    question: '推送有签名吗？',
    choices: {
      off: '没有。',
      on: '有，在请求头 X-Log-TimeStamp、X-Log-RandomCode 和 X-Log-Sign 中，用 companyid 和 app_key 计算。',
    },
    why: '同类文档的一个页面把这三个请求头列为可选；CRM 的文档没有提及。',
  },
  addedOrUpdated: {
    question: '新增和更新客户的 msg_type 都是 0，如何区分？',
    choices: {
      byUpdateType: '第一条数据的 update_type 为空表示新增，有其他值表示更新。',
      alwaysUpdated: '不区分：每条消息都算更新。',
    },
    why: '两个示例的其他差异都只是数据不同。按 userid 写入，判断错了也没有害处。',
  },
  pushFieldTypes: {
    question: '推送中 field_type 为 7 表示单选框还是复选框？',
    choices: {
      perPlace: '推送中为单选框，接口中为复选框，各按各的表格。',
      api: '两处都为复选框，按接口的表格。',
    },
    why: '两张表格互相矛盾。厂商的另一种推送与接口的编号相同。',
  },
}
