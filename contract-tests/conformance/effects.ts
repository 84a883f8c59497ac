/** What a push has to bring about in the systems behind the handler: how a run asks for it. */
import type { Failure } from './report.ts'

/** A message that was sent, and what may come of it: one effect however often it came, none, or either. */
export interface Told {
  push: string
  message: unknown
  effective: 'once' | 'none' | 'unknown'
}

export interface Effects {
  /** Where the journal of the systems behind stands. */
  mark(): Promise<number>
  /** The next so many calls of the operations that these pushes have to lead to fail. */
  fail(pushes: readonly (string | undefined)[], times: number): Promise<void>
  /** What came of these messages since the mark, and what did not. */
  judge(mark: number, told: readonly Told[]): Promise<Failure[]>
}
