/** For every calculator of the docs site: a signature that holds, one that does not, and the mistake that made it. */
import { createHash } from 'node:crypto'
import vectors from './vectors.json' with { type: 'json' }

const [{ token, timestamp, nonce, sig3 }] = vectors.urlSignature as [(typeof vectors.urlSignature)[0]]
const [{ appid, create_time, app_key, sign }] = vectors.sobotSign as [(typeof vectors.sobotSign)[0]]
const [okayapi] = vectors.okayapiSign as [(typeof vectors.okayapiSign)[0]]

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
const md5 = (text: string) => createHash('md5').update(text).digest('hex')

export interface Trial {
  vendor: 'echat' | 'sobot' | 'okayapi'
  form: string
  values: Record<string, string>
  /** The field into which the signature is pasted. */
  came: string
  right: string
  wrong: string
  mistake: string
}

/** The vendors publish these themselves. */
export const published: readonly Trial[] = [
  {
    vendor: 'echat',
    form: 'signature-echat',
    values: { token, timestamp, nonce },
    came: 'signature',
    right: sig3,
    wrong: sha1(token + timestamp + nonce),
    mistake: 'unsorted',
  },
  {
    vendor: 'sobot',
    form: 'signature-sobot-token',
    values: { appid, create_time, app_key },
    came: 'sign',
    right: sign,
    wrong: sign.toUpperCase(),
    mistake: 'wrong-case',
  },
  {
    vendor: 'okayapi',
    form: 'signature-okayapi-sign',
    values: {
      parameters: Object.entries(okayapi.params)
        .map(it => it.join('='))
        .join('\n'),
      app_secrect: okayapi.secret,
    },
    came: 'sign',
    right: okayapi.sign,
    wrong: okayapi.documented_but_wrong,
    mistake: 'secret-missing',
  },
]

export const trials: readonly Trial[] = [
  ...published,
  {
    vendor: 'sobot',
    form: 'signature-sobot-push',
    values: { companyid: 'c1', 'X-Log-TimeStamp': '1700000000123', 'X-Log-RandomCode': 'r1', app_key: 'k 洽谈' },
    came: 'X-Log-Sign',
    right: md5('c11700000000123r1k 洽谈'),
    wrong: md5('c11700000000123r1'),
    mistake: 'secret-missing',
  },
  {
    vendor: 'okayapi',
    form: 'signature-okayapi-auth',
    values: { data: '{"name":"\\u6d4b","url":"a\\/b"}', _t: '1700000000', app_secrect: 's' },
    came: '_auth',
    right: md5('{"name":"\\u6d4b","url":"a\\/b"}1700000000s'),
    wrong: md5('{"name":"测","url":"a/b"}1700000000s'),
    mistake: 'reserialised',
  },
]
