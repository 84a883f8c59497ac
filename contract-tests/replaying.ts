/** What the replay tests share: recordings of what a world sent, and how they are sent again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as wecom from '@wecom/crypto'
import { afterAll } from 'vitest'
import { faultsIn, type ReplayOptions, replay } from '../mocks/replay/replay.ts'
import { createWorld, type World } from '../mocks/world/world.ts'
import type { Vendor } from '../schemas/define.ts'
import { echat } from '../schemas/index.ts'
import { type Arrival, receiving, registered, spoken, standing, THANKS } from './delivery.ts'

export const folder = mkdtempSync(join(tmpdir(), 'kefu-replay-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
export function recording(lines: readonly unknown[]) {
  const file = join(folder, `${files++}.jsonl`)
  writeFileSync(file, lines.map(it => `${typeof it === 'string' ? it : JSON.stringify(it)}\n`).join(''))
  return file
}

export const secret = createWorld({ seed: 'source/source', now: Date.now }).credentials(echat) as Record<
  'token' | 'EncodingAESKey' | 'appId',
  string
>

/** Lines of a recording: what a world sent to a receiver, a second apart. */
export async function sent(count: number, conversation: (index: number) => string = index => `c-${index}`) {
  const source = standing({ seed: 'source' }, 'source')
  const receiver = await receiving(() => THANKS.echat!)
  const lines: object[] = []
  await registered(source, echat, receiver.url)
  source.outbox.watch({
    attempted({ http, push, at }) {
      const { query, headers } = http
      lines.push({ time: at, vendor: push.vendor, push: push.push, query, headers, body: `${Buffer.from(http.body)}` })
    },
  })
  for (let index = 0; index < count; index++) {
    source.outbox.enqueue(spoken(conversation(index), `words ${index} 客`))
    await source.outbox.drained()
    await source.advance(1_000)
  }
  return lines
}

/** What Echat says in an arrival, read by @wecom/crypto; undefined where the key does not open it. */
export function words({ body }: Arrival, key = secret.EncodingAESKey) {
  const [, cipher = ''] = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body) ?? []
  return /words (\d+)/.exec(wecom.decrypt(key, cipher).message)?.[1]
}

/** Replays into a world; settles at the end. */
export async function replayed(
  world: World,
  url: string,
  file: string,
  options: Partial<ReplayOptions> = {},
  given: unknown = secret,
) {
  const id = await registered(world, echat, url, { secret })
  const endpoint = world.outbox.endpoints.get(id)!
  const faults: [line: number, fault: string][] = []
  const wanted: ReplayOptions = {
    endpointOf: () => ({ vendor: echat as Vendor, endpoint, secret: given }),
    pace: 'acknowledged',
    keepBytes: false,
    skipped: (line, fault) => faults.push([line, fault]),
    ...options,
  }
  const found: [number, string][] = []
  for await (const { line, fault } of faultsIn(file, wanted)) found.push([line, fault])
  return { faults, found, whole: await replay(world, file, wanted) }
}

/** A world that did not send what was recorded. */
export const other = () => standing({ seed: 'other' }, 'other')
