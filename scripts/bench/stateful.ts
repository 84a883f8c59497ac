/** `labels` and `save`: calls that are authenticated, validated, journalled and answered from state. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from './ask.ts'
import { rivals } from './contestants.ts'
import { startLoad } from './load.ts'
import { startMock } from './mock.ts'
import { compared, listed, sittings } from './race.ts'
import type { Line } from './report.ts'

const CRM = '/sobot/api/scrm/5'

/** A page of twenty labels. */
export async function labels(): Promise<Line[]> {
  const { server, headers } = await startMock()
  const { item: groupid } = await ask(server, `${CRM}/label_group/save`, { headers, body: { name: '意向' } })
  for (let at = 0; at < 20; at++)
    await ask(server, `${CRM}/label/save`, { headers, body: { name: `标签${at}`, groupid } })
  const snapshot = join(mkdtempSync(join(tmpdir(), 'kefu-bench-')), 'labels.json')
  writeFileSync(snapshot, JSON.stringify(await ask(server, '/_kefu/worlds/default/snapshot')))
  await server.end()
  return raced({ path: `${CRM}/label/list?groupid=${groupid}&page_size=20`, headers }, ['--load', snapshot])
}

export async function save(): Promise<Line[]> {
  const { server, headers } = await startMock()
  await server.end()
  const body = JSON.stringify({
    nick: '张三',
    uname: '张三丰',
    tel: '16000000101',
    email: 'z@example.com',
    crm_status: 2,
  })
  return raced({ path: `${CRM}/user/save`, headers: { ...headers, 'content-type': 'application/json' }, body })
}

async function raced(asked: Parameters<typeof rivals>[0], more: string[] = []): Promise<Line[]> {
  const { bare, mock, silent, logging } = await rivals(asked, more)
  const load = startLoad()
  try {
    const limits = await sittings([bare, mock], 4, 2, load)
    const mocks = await sittings([mock, silent, logging], 2, 2, load)
    return [
      ...listed(limits),
      compared(limits, 'cpu', bare.name, 2.3),
      ...listed(mocks),
      compared(mocks, 'rate', logging.name, 12),
      compared(mocks, 'rate', silent.name, 7),
    ]
  } finally {
    load.end()
  }
}
