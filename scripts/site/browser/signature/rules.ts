/** The rule of each scheme, in one sentence. */
import { schemes } from '../../../../src/explain/schemes.ts'
import type { Language } from '../../page.ts'

const chinese: Readonly<Record<string, string>> = {
  'echat signature': '把 token、timestamp、nonce 三个值排序后拼接，求 sha1，写成小写，放在地址的 signature 参数里。',
  'sobot token': '依次拼接 appid、create_time、app_key，求 md5，写成小写，放在地址的 sign 参数里。',
  'sobot push':
    '依次拼接 companyid、X-Log-TimeStamp、X-Log-RandomCode、app_key，求 md5，写成小写，放在请求头 X-Log-Sign 里。',
  'okayapi sign':
    '除 sign 外的所有参数按名称排序，拼接它们的值，末尾加 app_secrect，求 md5，写成大写，放在 sign 参数里。',
  'okayapi _auth': '依次拼接收到的 data 的 JSON 原文、_t、app_secrect，求 md5，写成小写，放在应答的 _auth 里。',
}

export function rulesIn(scheme: string, language: Language): string {
  const found = Object.values(schemes)
    .flat()
    .find(it => it.name === scheme)
  const { rule = '', place = '' } = found ?? {}
  return language === 'zh'
    ? (chinese[scheme] ?? '')
    : `${rule[0]?.toUpperCase()}${rule.slice(1)}; it stands in ${place}.`
}
