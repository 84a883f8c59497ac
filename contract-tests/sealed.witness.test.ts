/** Sealed pushes and written XML, read by nobody of ours: signature, cipher and XML by independent code, over real HTTP. */
import { createDecipheriv, createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { Type as T } from '@sinclair/typebox'
import * as wecom from '@wecom/crypto'
import { XMLParser } from 'fast-xml-parser'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { echat } from '../schemas/index.ts'
import { type CdataStyle, writeXml } from '../src/wire/xml.ts'
import { receiving, registered, spoken, standing, THANKS } from './delivery.ts'

const WXBizMsgCrypt = createRequire(import.meta.url)('wechat-crypto')

/** A number below the limit, by a generator of its own (mulberry32): the same in every run. */
function drawing(seed: number) {
  let state = seed
  return (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** What readers stumble over. */
const traps = [
  ...[
    ']]>',
    ']]',
    ']',
    '<![CDATA[',
    '&lt;',
    '&amp;',
    '&#13;',
    '&#x41;',
    '&nbsp;',
    '&',
    '<',
    '>',
    '"',
    "'",
    '</v>',
    '<!--',
  ],
  ...['\r\n', '\r', '\n', '\t', ' ', '  ', '\uFFFD', '\uD7FF', '\uE000', '\u{10FFFF}', '\u{10000}', '\u0085', '\u2028'],
  ...['\uFEFF', '\u007F', '😀', '𠮷', '洽', '0x1F', '007', 'true', '__proto__'],
]

/** Text of any characters that XML can carry. */
function textOf(draw: (limit: number) => number, most: number): string {
  const piece = () => {
    if (draw(3) === 0) return traps[draw(traps.length)] as string
    const point = [
      0x20 + draw(0x60),
      0x4e00 + draw(0x5000),
      0x20 + draw(0xd7e0),
      0xe000 + draw(0x1ffe),
      0x10000 + draw(0x100000),
    ]
    return String.fromCodePoint(point[draw(point.length)] as number)
  }
  return Array.from({ length: draw(most + 1) }, piece).join('')
}

/** The texts of all elements of that name, as saxes reads them. */
function bySaxes(xml: string, name: string): string[] {
  const found: string[] = []
  let text: string | undefined
  const parser = new SaxesParser()
  const add = (characters: string) => {
    if (text !== undefined) text += characters
  }
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    if (tag.name === name) text = ''
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', tag => {
    if (tag.name === name) found.push(text as string)
    if (tag.name === name) text = undefined
  })
  parser.write(xml).close()
  return found
}

const second = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  // References to characters are among what it calls entities of HTML.
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: 1e9, maxExpandedLength: 1e9 },
  isArray: name => name === 'v',
})

test('a thousand sealed pushes of all padding lengths are opened by two other implementations, and two XML readers find the words', async () => {
  const receiver = await receiving(() => THANKS.echat!)
  const world = standing()
  await registered(world, echat, receiver.url, { limit: 32 })
  const secret = world.credentials(echat) as Record<'token' | 'EncodingAESKey' | 'appId' | 'mode', string>
  expect(secret.mode).toBe('secure')
  const draw = drawing(1)
  const words = Array.from({ length: 1_000 }, (_, index) => `${index}|${textOf(draw, 60)}`)
  world.outbox.enqueue(...words.map((it, index) => spoken(`c-${index}`, it)))
  await world.outbox.drained()

  const peer = new WXBizMsgCrypt(secret.token, secret.EncodingAESKey, secret.appId)
  const key = Buffer.from(secret.EncodingAESKey, 'base64')
  const [nonces, paddings, read] = [new Set<string>(), new Set<number>(), new Map<number, string>()]
  for (const { query, body } of receiver.arrivals) {
    const { timestamp = '', nonce = '', signature, dataType } = query
    nonces.add(nonce)
    const parts = [secret.token, timestamp, nonce].sort().join('')
    expect([signature, dataType]).toEqual([createHash('sha1').update(parts).digest('hex'), 'chatContent'])
    const [cipher = ''] = bySaxes(body, 'Encrypt')
    const plain = peer.decrypt(cipher)
    expect(wecom.decrypt(secret.EncodingAESKey, cipher)).toMatchObject({ message: plain.message, id: plain.id })
    expect(plain.id).toBe(secret.appId)
    const raw = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false).update(cipher, 'base64')
    paddings.add(raw.at(-1) as number)
    const [text = ''] = bySaxes(plain.message, 'chatContent')
    expect(second.parse(plain.message).xml.chatData.chatContent).toBe(text)
    read.set(Number(text.split('|', 1)), text)
  }
  expect(receiver.arrivals.length).toBe(1_000)
  expect(words.map((_, index) => read.get(index))).toEqual(words)
  expect(nonces.size).toBe(1_000)
  expect([...paddings].sort((one, other) => one - other)).toEqual(Array.from({ length: 32 }, (_, at) => at + 1))
})

const styles: [style: CdataStyle, bare: boolean][] = [
  ['asPrinted', false],
  ['asPrinted', true],
  ['all', true],
  ['none', false],
]

test.each(styles)(
  '20,000 texts written with CDATA %s (printed bare: %s) are read alike by saxes and fast-xml-parser',
  (style, bare) => {
    const draw = drawing(2)
    const schema = T.Object({ v: T.Array(T.String({ 'x-cdata': !bare })) })
    const kinds = new Set<string>()
    for (let round = 0; round < 100; round++) {
      const values = ['', ...Array.from({ length: 199 }, () => textOf(draw, 12))]
      const xml = writeXml({ v: values }, schema, style)
      expect(bySaxes(xml, 'v')).toEqual(values)
      expect(second.parse(xml).xml.v).toEqual(values)
      for (const it of traps) if (values.some(value => value.includes(it))) kinds.add(it)
    }
    expect(kinds.size).toBe(new Set(traps).size)
  },
)
