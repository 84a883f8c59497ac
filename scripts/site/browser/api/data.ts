/** What the interactive page knows of the contracts. */

export interface Operation {
  id: string
  title: string
  method: string
  path: string
  open?: true | undefined
  /** The documented example. */
  params?: Readonly<Record<string, unknown>> | undefined
  query?: Readonly<Record<string, unknown>> | undefined
  body?: unknown
}

export interface OfVendor {
  id: string
  title: string
  login?: { operation: string; reply: string; credential: string } | undefined
  operations: readonly Operation[]
  pushes: readonly { id: string; title: string }[]
}

export interface Data {
  vendors: readonly OfVendor[]
  /** What the page says, in its language. */
  words: Readonly<Record<'operations' | 'pushes' | 'unreachable' | 'badJson' | 'status', string>>
}
