/** The first thing that one writes for Echat with wechat-crypto: it works in a demonstration. The suite says what it lacks. */
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { XMLParser } from 'fast-xml-parser'
import { answer, bytesOf, type Save } from './customers.ts'
import type { Account } from './echat.ts'

const WXBizMsgCrypt = createRequire(import.meta.url)('wechat-crypto')

export function naiveHandler({ token, EncodingAESKey, appId }: Account, save: Save): RequestListener {
  const crypt = new WXBizMsgCrypt(token, EncodingAESKey, appId)
  const parser = new XMLParser()
  return async (request, response) => {
    const { timestamp, nonce, signature, dataType } = Object.fromEntries(
      new URL(request.url ?? '/', 'http://handler').searchParams,
    )
    try {
      if (crypt.getSignature(timestamp, nonce, '') !== signature) return answer(response, 401, 'no')
      const { Encrypt } = parser.parse(await bytesOf(request)).xml
      const { xml } = parser.parse(crypt.decrypt(Encrypt).message)
      const person = xml.crmData ?? xml.metaData ?? {}
      const remark = xml.chatSubjectMemo ?? xml.chatData?.chatContent ?? ''
      await save({ nick: person.name ?? dataType, uname: String(xml.msgId), tel: String(person.phone ?? ''), remark })
      answer(response, 200, 'success')
    } catch {
      answer(response, 500, 'failed')
    }
  }
}
