/** Reads the settings from the environment and listens. */
import { createApp } from './app.js'

/** @param {string} name */
function setting(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; mock.env lists what there is.`)
  return value
}

const server = createApp({
  echat: {
    token: setting('ECHAT_TOKEN'),
    EncodingAESKey: setting('ECHAT_ENCODING_AES_KEY'),
    appId: setting('ECHAT_APP_ID'),
    mode: 'secure',
  },
  key: setting('HOOK_KEY'),
  sobot: { appid: setting('SOBOT_APPID'), appKey: setting('SOBOT_APP_KEY'), baseUrl: setting('SOBOT_URL') },
  file: setting('INBOX'),
})

server.listen(Number(setting('PORT')), '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  console.log(`crm-leads listens on http://127.0.0.1:${port}`)
})

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close())
