/** The contracts of EasyLiao, in Chinese. */
import type { ContractWords } from '../words.ts'

export const contracts: ContractWords = {
  lead: {
    summary: '访客转为线索',
    description:
      '只在访客转为线索时推送，其他时候都不推送。发送哪些字段、用什么名称，由每个客户各自配置；文档只说 id 是必选的。',
  },
}
