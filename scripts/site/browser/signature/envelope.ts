/** An encrypted message opened step by step, with its bytes shown as far as it opens. */
import { sealedIn } from '../../../../src/explain/capture.ts'
import { decrypted, HEAD, right } from '../../../../src/explain/opening.ts'
import { type Html, html } from '../../html.ts'
import type { Both, Language } from '../../page.ts'
import type { Values } from './forms.ts'

const labels = {
  key: {
    en: 'EncodingAESKey and “=”, decoded from base64: the key of AES-256; its first 16 bytes are the IV',
    zh: 'EncodingAESKey 末尾加“=”后做 base64 解码，得到 AES-256 密钥；前 16 字节即 IV',
  },
  sealed: { en: 'Encrypt, decoded from base64: the ciphertext', zh: 'Encrypt 做 base64 解码，得到密文' },
  opened: {
    en: 'Decrypted with AES-256-CBC, padding and all',
    zh: '用 AES-256-CBC 解密，保留填充',
  },
  fields: { en: 'The fields of the plaintext', zh: '明文的各字段' },
  field: { en: 'Field', zh: '字段' },
  size: { en: 'Bytes', zh: '字节数' },
  reading: { en: 'Reading', zh: '内容' },
  bytes: { en: 'bytes', zh: '字节' },
  more: { en: 'more', zh: '更多' },
  random: { en: '16 random bytes', zh: '16 个随机字节' },
  length: { en: 'length of the message, highest byte first', zh: '消息长度，高位在前' },
  message: { en: 'the message', zh: '消息' },
  appId: { en: 'the appId', zh: 'appId' },
  padding: { en: 'padding: every byte holds the number of bytes', zh: '填充：每个字节都是填充的字节数' },
} satisfies Record<string, Both>

type Field = 'random' | 'length' | 'message' | 'appId' | 'padding'

interface Slice {
  field: Field
  bytes: Buffer
  reading: string
}

export function envelopeSteps({ EncodingAESKey = '', appId = '', body = '' }: Values, language: Language): Html {
  const opening = right((sealedIn(body) ?? body).trim(), EncodingAESKey, appId)
  const sealed = opening.decode(opening.sealed)
  const usable = EncodingAESKey.length === 43 && opening.key.length === 32
  const plain = usable ? decrypted(opening) : undefined
  const slices = plain && sliced(plain)
  return html`<ol class="steps">
<li><p>${labels.key[language]}</p>${dump([...opening.key], language)}</li>
${sealed && html`<li><p>${labels.sealed[language]}</p>${dump([...sealed], language)}</li>`}
${plain && html`<li><p>${labels.opened[language]}</p>${dump([...plain], language, fieldAt(slices ?? []))}</li>`}
${slices && html`<li><p>${labels.fields[language]}</p>${table(slices, language)}</li>`}
</ol>`
}

/** The fields, where length and padding come out even. */
function sliced(plain: Buffer): Slice[] | undefined {
  const padding = plain.at(-1) ?? 0
  const end = plain.length - padding
  const start = HEAD + 4
  if (padding < 1 || padding > 32 || end < start) return undefined
  const length = plain.readUInt32BE(HEAD)
  if (start + length > end) return undefined
  const slice = (field: Field, from: number, to: number, read: (bytes: Buffer) => string): Slice => {
    const bytes = plain.subarray(from, to)
    return { field, bytes, reading: read(bytes) }
  }
  const text = (bytes: Buffer) => bytes.toString()
  return [
    slice('random', 0, HEAD, () => ''),
    slice('length', HEAD, start, () => String(length)),
    slice('message', start, start + length, text),
    slice('appId', start + length, end, text),
    slice('padding', end, plain.length, () => String(padding)),
  ]
}

function fieldAt(slices: readonly Slice[]) {
  const fields = slices.flatMap(({ field, bytes }) => Array.from(bytes, () => field))
  return (at: number) => fields[at]
}

const table = (slices: readonly Slice[], language: Language) => html`<table class="parts">
<thead><tr><th scope="col">${labels.field[language]}</th><th scope="col">${labels.size[language]}</th><th scope="col">${labels.reading[language]}</th></tr></thead>
<tbody>${slices.map(
  ({ field, bytes, reading }) =>
    html`<tr><th scope="row"><span class="byte-${field}">${labels[field][language]}</span></th><td>${bytes.length}</td><td class="bytes" data-field="${field}">${reading}</td></tr>`,
)}</tbody>
</table>`

const MOST = 512

/** Two digits a byte, sixteen a line; a long one is cut. */
function dump(
  bytes: readonly number[],
  language: Language,
  fieldOf: (at: number) => Field | undefined = () => undefined,
) {
  const shown = bytes.slice(0, MOST)
  const lines = Array.from({ length: Math.ceil(shown.length / 16) }, (_, line) =>
    shown.slice(line * 16, line * 16 + 16),
  )
  const more = bytes.length - shown.length
  return html`<p class="count">${bytes.length} ${labels.bytes[language]}</p><pre class="dump" tabindex="0" role="group" aria-label="${labels.bytes[language]}">${lines.map(
    (line, at) => html`${runs(line, it => fieldOf(at * 16 + it))}\n`,
  )}${more > 0 && `… ${more} ${labels.more[language]}`}</pre>`
}

/** Neighbours of one field share one element. */
function runs(line: readonly number[], fieldOf: (at: number) => Field | undefined): Html[] {
  const found: { field: Field | undefined; digits: string[] }[] = []
  for (const [at, byte] of line.entries()) {
    const digits = byte.toString(16).padStart(2, '0')
    const last = found.at(-1)
    if (last && last.field === fieldOf(at)) last.digits.push(digits)
    else found.push({ field: fieldOf(at), digits: [digits] })
  }
  return found.map(
    ({ field, digits }, index) =>
      html`${index > 0 && ' '}${field ? html`<span class="byte-${field}">${digits.join(' ')}</span>` : digits.join(' ')}`,
  )
}
