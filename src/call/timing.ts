/** Time limits: work that ends when it is late, or when somebody cancels it. */
import { KefuError } from '../wire/errors.ts'

/** The longest that a timer can wait. */
const LONGEST = 2 ** 31 - 1

/** Does the work under a signal that is aborted after so many milliseconds, or with `outer`. Rejects at once when it is, whatever the work does. */
export async function within<T>(
  milliseconds: number,
  late: () => Error,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController()
  const cancel = () => own.abort(cancelled(outer?.reason))
  if (outer?.aborted) cancel()
  const timer = setTimeout(() => own.abort(late()), Math.min(milliseconds, LONGEST))
  outer?.addEventListener('abort', cancel, { once: true })
  try {
    own.signal.throwIfAborted()
    return await unlessAborted(work(own.signal), own.signal)
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', cancel)
  }
}

/** What the kit itself aborts with is said as it is. */
const cancelled = (reason: unknown) =>
  reason instanceof KefuError ? reason : new KefuError('call-cancelled', { cause: reason })

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Waits so many milliseconds, or until the signal. */
export const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>(done => {
    const timer = setTimeout(ended, Math.min(milliseconds, LONGEST))
    signal.addEventListener('abort', ended, { once: true })
    function ended() {
      clearTimeout(timer)
      signal.removeEventListener('abort', ended)
      done()
    }
  })
