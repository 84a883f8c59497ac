/** `replay`: a recording of 1 GiB sent again by `kefu replay`, and the memory that it takes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { contractOf } from '../../schemas/contracts.ts'
import { yunduo } from '../../schemas/index.ts'
import type { Line } from './report.ts'
import { start } from './server.ts'

const BYTES = 1 << 30

export async function replay(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'))
  const file = join(folder, 'recording.jsonl')
  const receiver = await start({ args: ['scripts/bench/servers/receiver.mjs', 'PORT'], path: '/' })
  try {
    const lines = await record(file)
    const address = `http://127.0.0.1:${receiver.port}/yunduo`
    const args = ['dist/cli/main.mjs', 'replay', file, '--vendor', 'yunduo', '--to', address]
    const more = ['--pace', 'acknowledged', '--limit', '64', '--json']
    const begun = performance.now()
    const child = spawn(process.execPath, [...args, ...more], { stdio: ['ignore', 'pipe', 'inherit'] })
    let last = ''
    let peak = 0
    child.stdout.on('data', (chunk: Buffer) => {
      last = (last + chunk).slice(-4_000)
    })
    const poll = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid as number))
    }, 100)
    const [code] = await once(child, 'close')
    clearInterval(poll)
    const seconds = (performance.now() - begun) / 1_000
    const { summary } = JSON.parse(last.trim().split('\n').at(-1) as string)
    if (code !== 0 || summary.acknowledged !== lines) throw new Error(`replay ended with ${code}: ${last.slice(-500)}`)
    return [
      { what: `${lines} pushes of 1 GiB`, measured: `${Math.round(lines / seconds)} /s` },
      {
        what: 'its memory, at most',
        measured: `${Math.round(peak)} MiB`,
        goal: { value: peak, is: 'at most', limit: 200, unit: 'MiB' },
      },
    ]
  } finally {
    await receiver.end()
    rmSync(folder, { recursive: true })
  }
}

/** 0 once it has ended. */
function peakOf(pid: number) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function record(file: string): Promise<number> {
  const example = JSON.stringify(contractOf(yunduo, 'push', 'conversation')?.contract.examples.documented)
  const out = createWriteStream(file)
  let bytes = 0
  let lines = 0
  for (; bytes < BYTES; lines++) {
    const body = example.replaceAll('20240628kfu10416', `2024kfu${lines}`)
    const line = `${JSON.stringify({ time: 1_700_000_000_000 + lines, query: {}, headers: { 'content-type': 'application/json' }, body })}\n`
    bytes += Buffer.byteLength(line)
    if (!out.write(line)) await once(out, 'drain')
  }
  await finished(out.end())
  return lines
}
