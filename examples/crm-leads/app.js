/** Leads and conversations that Echat, Yunduo and EasyLiao push become customers of Sobot. */
import { createServer } from 'node:http'
import { easyliao, echat, fileInbox, nodeReceiver, sobotClient, yunduo } from 'kefu-kit'
import { customersIn } from './customers.js'
import { fromEasyLiao, fromEchatCard, fromEchatChat, fromYunduo } from './leads.js'

/**
 * @param {object} settings
 * @param {import('kefu-kit').Credentials<typeof echat>} settings.echat
 * @param {string} settings.key  what the addresses of those who sign nothing carry: `?key=…`
 * @param {Parameters<typeof sobotClient>[0]} settings.sobot
 * @param {string} settings.file  where it is remembered which messages were handled, in SQLite
 * @param {() => number} [settings.now]  milliseconds since 1970
 */
export function createApp({ echat: secret, key, sobot, file, now = Date.now }) {
  const inbox = fileInbox(file, { now })
  const keep = customersIn(sobotClient({ ...sobot, now }), inbox)
  const common = { inbox, now, tolerant: true, onRefused: (/** @type {Error} */ error) => console.error(error.message) }
  const shared = { query: 'key', value: key }

  const hooks = new Map([
    [
      '/hooks/echat',
      nodeReceiver(echat, {
        ...common,
        secret,
        on: {
          chatStart: (message, { transaction }) => keep(fromEchatChat(message), transaction),
          crmStatus: (message, { transaction }) => keep(fromEchatCard(message), transaction),
        },
      }),
    ],
    [
      '/hooks/yunduo',
      nodeReceiver(yunduo, {
        ...common,
        secret: {},
        shared,
        on: {
          conversation: (message, { transaction }) => keep(fromYunduo(message), transaction),
          leaveMessage: (message, { transaction }) => keep(fromYunduo(message), transaction),
        },
      }),
    ],
    [
      '/hooks/easyliao',
      nodeReceiver(easyliao, {
        ...common,
        secret: {},
        shared,
        on: { lead: (message, { transaction }) => keep(fromEasyLiao(message), transaction) },
      }),
    ],
  ])

  const server = createServer((request, response) => {
    const hook = hooks.get((request.url ?? '').split('?')[0] ?? '')
    if (hook) hook(request, response)
    else response.writeHead(404).end()
  })
  return server.on('close', () => inbox.close())
}
