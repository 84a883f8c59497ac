/** Every request that the tests of the doctor know, right and wrong, with the secret that it is judged by. */
import { type Case, rightOnes } from './explain-cases.ts'
import { envelopeRows } from './explain-envelopes.ts'
import { echatMistakes, okayapiMistakes, sobotMistakes } from './explain-mistakes.ts'
import { secretOf } from './explain-tampering.ts'

export interface Tried {
  made: Case
  secret: Record<string, string>
}

export const explained: readonly Tried[] = [
  ...Object.values(rightOnes).map(made => ({ made, secret: secretOf(made) })),
  ...[...echatMistakes, ...sobotMistakes, ...okayapiMistakes].map(([, , made]) => ({ made, secret: secretOf(made) })),
  ...envelopeRows.map(([, , made, secret]) => ({ made, secret: secret ?? secretOf(made) })),
]
