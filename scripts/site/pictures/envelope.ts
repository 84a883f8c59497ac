/** The layout of Echat's encrypted envelope, with the bytes of a real one. */
import { type Html, html } from '../html.ts'
import type { Both, Language } from '../page.ts'
import { table } from '../table.ts'
import { accent, arrow, box, text } from './draw.ts'
import { pictureOf } from './picture.ts'
import { type SealedExample, sealedExample } from './sealed-example.ts'

const WIDTH = 392
const LEFT = 44
const ACROSS = WIDTH - LEFT - 2
const PART = 48
/** From one stage to the next, where the step between them is written. */
const STEP = 60

const labels = {
  title: { en: 'Layout of the encrypted envelope', zh: '加密信封的结构' },
  about: {
    en: 'A short message, sealed when this page was built: five parts, encrypted as one, in Base64, in XML. The numbers on the left count bytes from the beginning.',
    zh: '生成本页时加密的一条短消息：五个部分拼在一起加密，再转为 Base64，放进 XML。左侧数字是从头计的字节位置。',
  },
  part: { en: 'Part', zh: '部分' },
  begins: { en: 'From byte', zh: '起始字节' },
  size: { en: 'Size', zh: '长度' },
  holds: { en: 'Holds', zh: '内容' },
} satisfies Record<string, Both>

interface Part {
  name: Both
  bytes: Buffer
  /** Hexadecimal, or as text. */
  hex?: true
}

const partsOf = ({ random, length, message, appId, padding }: SealedExample): Part[] => [
  { name: { en: 'random', zh: '随机数' }, bytes: random, hex: true },
  { name: { en: 'length of the message, big-endian', zh: '消息长度，大端序' }, bytes: length, hex: true },
  { name: { en: 'message, UTF-8', zh: '消息，UTF-8' }, bytes: message },
  { name: { en: 'appId', zh: 'appId' }, bytes: appId },
  { name: { en: 'padding to a multiple of 32', zh: '补齐到 32 的倍数' }, bytes: padding, hex: true },
] // biome-ignore format: one part a line

interface Stage {
  /** Its lines. */
  step: Both
  name: Both
  size: Both
  shown: string
}

const stagesOf = ({ cipher, base64, body }: SealedExample): Stage[] => [
  {
    step: { en: 'AES-256-CBC\nkey: EncodingAESKey + “=”, decoded from Base64\niv: the first 16 bytes of the key', zh: 'AES-256-CBC\n密钥：EncodingAESKey + “=”，按 Base64 解码\niv：密钥的前 16 字节' },
    name: { en: 'ciphertext', zh: '密文' },
    size: bytes(cipher.length),
    shown: hexOf(cipher),
  },
  {
    step: { en: 'Base64', zh: 'Base64' },
    name: { en: 'content of Encrypt', zh: 'Encrypt 的内容' },
    size: { en: `${base64.length} characters`, zh: `${base64.length} 个字符` },
    shown: cut(base64),
  },
  {
    step: { en: 'XML', zh: 'XML' },
    name: { en: 'body of the request', zh: '请求体' },
    size: bytes(body.length),
    shown: cut(body),
  },
] // biome-ignore format: texts stay on their line

const bytes = (count: number): Both => ({ en: `${count} bytes`, zh: `${count} 字节` })

/** Of long bytes the first twelve. */
const hexOf = (all: Buffer) => {
  const shown = all.subarray(0, 12).toString('hex').replace(/..\B/g, '$& ')
  return all.length > 12 ? `${shown} …` : shown
}

const cut = (words: string) => (words.length > 42 ? `${words.slice(0, 41)}…` : words)

export function envelopeLayout(language: Language): Html {
  const example = sealedExample()
  const [parts, stages] = [partsOf(example), stagesOf(example)]
  const plain = 4 + parts.length * PART
  const drawn = [
    ...parts.flatMap((it, index) => partBox(it, beginOf(parts, index), 4 + index * PART, language)),
    ...stages.flatMap((it, index) => stageBox(it, plain + index * (PART + STEP), language)),
  ]
  const [title, about] = [labels.title[language], labels.about[language]]
  const height = plain + stages.length * (PART + STEP) + 4
  const spoken = words(title, parts, stages, language)
  return pictureOf({ name: 'envelope', title, about, width: WIDTH, height, drawn, words: spoken }, language)
}

const beginOf = (parts: readonly Part[], index: number) =>
  parts.slice(0, index).reduce((sum, it) => sum + it.bytes.length, 0)

const shownOf = ({ bytes: all, hex }: Part) => (hex ? hexOf(all) : cut(all.toString()))

const partBox = (part: Part, begin: number, y: number, language: Language): Html[] => [
  text([LEFT - 8, y + 18], `${begin}`, { size: 11, anchor: 'end', faint: true }),
  ...filled(part.name[language], bytes(part.bytes.length)[language], shownOf(part), y),
]

const stageBox = ({ step, name, size, shown }: Stage, y: number, language: Language): Html[] => [
  arrow([[LEFT + 16, y], [LEFT + 16, y + STEP]], { colour: accent }),
  ...step[language].split('\n').map((it, index, all) => text([LEFT + 28, y + 30 + 15 * (index - (all.length - 1) / 2)], it, { size: 11 })),
  ...filled(name[language], size[language], shown, y + STEP),
] // biome-ignore format: one stroke a line

const filled = (name: string, size: string, shown: string, y: number): Html[] => [
  box([LEFT, y], ACROSS, PART, { colour: accent }),
  text([LEFT + 10, y + 19], name, { size: 12, weight: 600 }),
  text([LEFT + ACROSS - 10, y + 19], size, { size: 12, anchor: 'end' }),
  text([LEFT + 10, y + 37], shown, { size: 11, mono: true, faint: true }),
]

function words(title: string, parts: readonly Part[], stages: readonly Stage[], language: Language): Html {
  const heads = [labels.part, labels.begins, labels.size, labels.holds].map(it => it[language])
  const rows = [
    ...parts.map((it, index) => ({
      cells: [it.name[language], beginOf(parts, index), bytes(it.bytes.length)[language], html`<code>${shownOf(it)}</code>`],
    })),
    ...stages.map(it => ({
      cells: [`${it.name[language]} (${it.step[language].replaceAll('\n', '; ')})`, '–', it.size[language], html`<code>${it.shown}</code>`],
    })),
  ] // biome-ignore format: one row a line
  return table(title, heads, rows)
}
