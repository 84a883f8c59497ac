/** `durable`: saves of customers a second into a state file, each safe before it is answered, from 64 connections. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLoad } from './load.ts'
import { startMock } from './mock.ts'
import { type Line, median } from './report.ts'
import { rawRequest } from './server.ts'

const REQUESTS = 10_000
const ROUNDS = 3

export async function durable(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'))
  const { server, headers } = await startMock(['--state', join(folder, 'state.db')])
  const load = startLoad()
  const body = JSON.stringify({ nick: '张三', tel: '16000000101' })
  const json = { ...headers, 'content-type': 'application/json' }
  const request = [rawRequest({ path: '/sobot/api/scrm/5/user/save', headers: json, body })]
  const rates: number[] = []
  try {
    await load.run({ port: server.port, request, requests: REQUESTS / 5 })
    for (let round = 0; round < ROUNDS; round++)
      rates.push(REQUESTS / (await load.run({ port: server.port, request, requests: REQUESTS })))
  } finally {
    load.end()
    await server.end()
    rmSync(folder, { recursive: true })
  }
  const rate = median(rates)
  return [
    {
      what: '64 connections',
      measured: `${Math.round(rate)} /s`,
      goal: { value: rate, is: 'at least', limit: 3_000, unit: '/s' },
    },
  ]
}
