/** What is said of a broken handler: what it does, which cases are meant for it, and which others fail along with them. */
export interface Broken<Handler> {
  /** What it does, as the subject's verb: `answers the word in quotes`. */
  does: string
  handler: Handler
  /** Cases meant for it: each of them fails. */
  caughtBy: readonly string[]
  /** All other cases that fail, whatever their severity: consequences of the same fault. `*` stands for any characters. */
  also?: readonly string[]
  /** Of Echat, the mode in which it shows; `secure` by default. */
  mode?: 'plain'
  /** Cases that are tried once more with a look at what was saved, because it shows in nothing else. */
  saved?: readonly string[]
  /** Cases that are tried, where it would take too long to try all. */
  cases?: readonly string[]
  /** Milliseconds for an answer. */
  timeout?: number
}
