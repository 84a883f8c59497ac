/** `open`: a sealed chatStart of Echat, signature, decryption, strict XML and contract, against the bare crypto of it. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { bundled } from './child.ts'
import type { Opened } from './open-child.ts'
import { figure, type Line, median, medianRatio, ratioGoal } from './report.ts'

export async function open(): Promise<Line[]> {
  const child = fork(await bundled('open'), { execArgv: [] })
  const [opened] = (await Promise.race([once(child, 'message'), failed(child)])) as [Opened]
  const micros = (of: 'open' | 'crypto' | 'bytes') => `${figure(median(opened[of]))} µs`
  const value = medianRatio(opened.open, opened.crypto)
  const what = `open and check, ${opened.sealed} bytes sealed`
  return [
    { what: `crypto alone, to the text of ${opened.plain} bytes`, measured: micros('crypto') },
    { what: 'the same, to bytes', measured: micros('bytes') },
    {
      what,
      measured: micros('open'),
      ratio: { value, to: 'crypto to text' },
      goal: ratioGoal(value, 'at most', 5),
    },
    { what, measured: micros('open'), ratio: { value: medianRatio(opened.open, opened.bytes), to: 'crypto to bytes' } },
  ]
}

const failed = (child: ReturnType<typeof fork>) =>
  once(child, 'exit').then(([code]) => {
    throw new Error(`opening failed, exit code ${code}`)
  })
