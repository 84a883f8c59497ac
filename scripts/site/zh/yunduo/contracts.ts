/** The contracts of Yunduo, in Chinese. */
import type { ContractWords } from '../words.ts'

export const contracts: ContractWords = {
  conversation: {
    summary: '名片及其会话',
    description:
      '文档没有写何时推送。从标志看：访客在会话中留下名片时推送一次，该会话结束后再推送一次（`finishPushFlag` 为 1）。因此同一会话可能再次到达：用 `cardId` 和会话的 `id` 识别重复，保留较晚的一条。',
  },
  leaveMessage: {
    summary: '访客的留言',
    description:
      '访客没有与人对话，而是留了言。文档没有这种推送的示例：这里的示例按表格拼成，其中的值是虚构的，会话列表为空是我们的理解（见假设 leaveMessageConversations）。',
  },
}
