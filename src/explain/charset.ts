/** Text in the encodings that senders take for UTF-8. */

let known: Map<string, number> | undefined

/** Every character of two bytes, and its place in the order of their bytes: Node reads GBK but does not write it. */
function table() {
  if (known !== undefined) return known
  const pairs = Buffer.alloc(LEADS * TRAILS.length * 2)
  for (let at = 0; at < pairs.length; at += 2) {
    pairs[at] = FIRST + Math.floor(at / 2 / TRAILS.length)
    pairs[at + 1] = TRAILS[(at / 2) % TRAILS.length] as number
  }
  // From the last to the first: of two pairs for one character the first holds.
  const characters = [...new TextDecoder('gbk').decode(pairs)].map((it, at) => [it, at] as const)
  known = new Map(characters.reverse())
  return known
}

const FIRST = 0x81
const LEADS = 126
const TRAILS = Array.from({ length: 0xff - 0x40 }, (_, at) => 0x40 + at).filter(it => it !== 0x7f)

/** What GBK has no character for becomes a question mark, as elsewhere. */
export function gbk(text: string): Uint8Array {
  const bytes = Buffer.alloc(text.length * 2)
  let end = 0
  for (const character of text) {
    if (character < '\x80') {
      bytes[end++] = character.charCodeAt(0)
      continue
    }
    const at = table().get(character) ?? -1
    const pair = at < 0 ? [QUESTION] : [FIRST + Math.floor(at / TRAILS.length), TRAILS[at % TRAILS.length] as number]
    for (const byte of pair) bytes[end++] = byte
  }
  return bytes.subarray(0, end)
}

const QUESTION = 0x3f

export const latin1 = (text: string) => Buffer.from(text, 'latin1')
export const utf16 = (text: string) => Buffer.from(text, 'utf16le')
/** UTF-8 that was taken for Latin-1 and written as UTF-8 once more. */
export const twice = (text: string) => Buffer.from(Buffer.from(text).toString('latin1'))

export const isAscii = (text: string) => !/[^\0-\x7f]/.test(text)
