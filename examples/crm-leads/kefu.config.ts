/** What `kefu verify` tries: each vendor's hook, and which customers have to be in Sobot for what was pushed. */
import { defineConfig } from 'kefu-kit/verify'

const { PORT = '3000', HOOK_KEY = 'a-secret-in-the-address', KEFU_MOCK = 'http://127.0.0.1:4010' } = process.env

const hook = (vendor: string) => `http://127.0.0.1:${PORT}/hooks/${vendor}`
const customer = (vendor: string, id: string) => ({ body: { remark: `${vendor} ${id.trim()}` } })

export default defineConfig({
  mock: KEFU_MOCK,
  echat: {
    target: hook('echat'),
    effects: {
      chatStart: [
        { operation: 'sobot.customerSave', where: ({ visitorData }) => customer('一洽', visitorData.visitorId) },
      ],
      crmStatus: [
        { operation: 'sobot.customerSave', where: ({ crmData }) => crmData && customer('一洽', crmData.visitorId) },
      ],
    },
  },
  yunduo: {
    target: hook('yunduo'),
    query: { key: HOOK_KEY },
    effects: {
      conversation: [{ operation: 'sobot.customerSave', where: ({ cardId }) => customer('云朵', cardId) }],
      leaveMessage: [{ operation: 'sobot.customerSave', where: ({ cardId }) => customer('云朵', cardId) }],
    },
  },
  easyliao: {
    target: hook('easyliao'),
    query: { key: HOOK_KEY },
    effects: {
      lead: [{ operation: 'sobot.customerSave', where: ({ visitorStaticId }) => customer('易聊', visitorStaticId) }],
    },
  },
})
