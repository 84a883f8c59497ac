/** What a story is: pushes of the vendors along one time line. Their messages are checked by the contracts when this compiles. */
import type { Static, TSchema } from '@sinclair/typebox'
import type { Pushes, Vendor } from '../../schemas/define.ts'
import type { Cast } from './cast.ts'

/** One push of a story. */
export interface Event {
  /** Milliseconds since the story began. */
  at: number
  vendor: Vendor
  /** Id of the contract. */
  push: string
  message: unknown
}

export interface Scenario {
  id: string
  /** Chinese. */
  title: string
  summary: string
  /** Ids of the vendors, in the order of their first push. */
  vendors: readonly string[]
  /** Sorted by `at`. */
  story(cast: Cast): Event[]
}

export type MessageOf<V extends Vendor, P extends keyof Pushes<V>> = Pushes<V>[P] extends {
  message: infer M extends TSchema
}
  ? Static<M>
  : never

export const event = <V extends Vendor, P extends keyof Pushes<V> & string>(
  vendor: V,
  push: P,
  at: number,
  message: MessageOf<V, P>,
): Event => ({ at, vendor, push, message })
