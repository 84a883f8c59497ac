/** How a vendor sends its pushes under the choices of a world. */
import type { Acceptance } from '../../schemas/define.ts'

export interface Sending {
  /** Milliseconds before each further attempt; after the last the push is a dead letter. */
  delays: readonly number[]
  /** Milliseconds for one attempt. */
  timeout: number
  /** Which answers count as received. */
  accepts: Acceptance
  /** What a push that has to wait for its next attempt holds up; `nothing` when later ones overtake it. */
  holdsUp?: 'conversation' | 'endpoint' | 'nothing'
  /** A further attempt is byte for byte the first. */
  repeatsBytes?: boolean
}
