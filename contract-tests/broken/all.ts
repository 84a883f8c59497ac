/** Every broken handler, ready to be judged. */
import type { Broken } from './broken.ts'
import { lossy } from './echat-once.ts'
import { unproven } from './echat-proof.ts'
import { misread } from './echat-reading.ts'
import { brokenEasyliao, brokenSobot, brokenYunduo } from './leads-broken.ts'
import { ofEasyliao, ofEchat, ofSobot, ofYunduo, type Subject } from './subjects.ts'

export interface BrokenSubject extends Omit<Broken<unknown>, 'handler'> {
  subject: Subject
  /** Id of the vendor. */
  vendor: string
}

const ready = <H>(all: readonly Broken<H>[], subjectOf: (of: Broken<H>) => Subject): BrokenSubject[] =>
  all.map(of => {
    const subject = subjectOf(of)
    return { ...of, subject, vendor: subject.vendor.id }
  })

export const broken: readonly BrokenSubject[] = [
  ...[unproven, misread, lossy].flatMap(all => ready(all, ({ handler, mode }) => ofEchat(handler, mode))),
  ...ready(brokenYunduo, ({ handler }) => ofYunduo(handler)),
  ...ready(brokenEasyliao, ({ handler }) => ofEasyliao(handler)),
  ...ready(brokenSobot, ({ handler }) => ofSobot(handler)),
]
