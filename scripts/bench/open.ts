/** `open`: a sealed chatStart of Echat, signature, decryption, strict XML and contract, against the bare crypto of it. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { bundled } from './child.ts'
import type { Opened } from './open-child.ts'
import { figure, type Line, median, medianRatio, ratioGoal } from './report.ts'

export async function open(): Promise<Line[]> {
  const child = fork(await bundled('open'), { execArgv: [] })
  const [opened] = (await Promise.race([once(child, 'message'), failed(child)])) as [Opened]
  const micros = (of: Exclude<keyof Opened, 'plain' | 'sealed'>) => `${figure(median(opened[of]))} µs`
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
    faster('the same by node:crypto, fast-xml-parser and Ajv', micros('usual'), medianRatio(opened.usual, opened.open)),
    { what: 'Yunduo conversation of 16 KB, JSON.parse alone', measured: micros('parse') },
    slower(micros('conversation'), medianRatio(opened.conversation, opened.parse)),
  ]
}

const faster = (what: string, measured: string, value: number): Line => ({
  what,
  measured,
  ratio: { value, to: 'ours' },
  goal: ratioGoal(value, 'at least', 2.5),
})

const slower = (measured: string, value: number): Line => ({
  what: 'the same, opened and checked',
  measured,
  ratio: { value, to: 'JSON.parse' },
  goal: ratioGoal(value, 'at most', 2),
})

const failed = (child: ReturnType<typeof fork>) =>
  once(child, 'exit').then(([code]) => {
    throw new Error(`opening failed, exit code ${code}`)
  })
