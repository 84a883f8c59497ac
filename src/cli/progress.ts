/** How far a long run has come: one line on the terminal that is written over and goes away at the end. */

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>

interface ProgressOptions {
  /** How many there will be; left out when nobody knows. */
  total?: number | undefined
  stream?: Terminal
  /** Milliseconds. */
  now: () => number
}

export interface Progress {
  /** `done` counts from the start of this run, `failed` are among them. */
  tick(done: number, failed: number): void
  end(): void
}

const BETWEEN_DRAWINGS = 100
const WIDEST_BAR = 40
const CLEAR = '\r\x1b[K'

/** Draws nothing when the stream is no terminal. */
export function createProgress({ total, stream = process.stderr, now }: ProgressOptions): Progress {
  const begun = now()
  let drawn = -Infinity
  return {
    tick(done, failed) {
      if (!stream.isTTY || now() - drawn < BETWEEN_DRAWINGS) return
      drawn = now()
      const seconds = (drawn - begun) / 1_000
      const rate = seconds > 0 ? Math.round(done / seconds) : 0
      const said = `${total === undefined ? done : `${done}/${total}`}  ${rate}/s  ${failed} failed`
      // The last column stays free: writing there would begin a new line.
      const width = (stream.columns || 80) - 1
      stream.write(`${CLEAR}${(bar(width - said.length - 4, done, total) + said).slice(0, width)}`)
    },
    end() {
      if (drawn > -Infinity) stream.write(CLEAR)
    },
  }
}

/** Nothing where there is no room for one. */
function bar(room: number, done: number, total: number | undefined) {
  const width = Math.min(room, WIDEST_BAR)
  if (total === undefined || width < 5) return ''
  const full = total > 0 ? Math.min(width, Math.floor((done / total) * width)) : width
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]  `
}
