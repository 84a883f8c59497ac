/** Cuts bytes that come in pieces into lines, and keeps no line that is too long. */

export interface Line {
  /** Without the line feed; undefined when the line is too long. */
  bytes: Buffer | undefined
  size: number
  /** Byte offset of its first byte. */
  begin: number
  /** Byte offset of the start of the next line. */
  next: number
  /** Whether a line feed ends it; only the last line of a file can do without. */
  ended: boolean
}

const LINE_FEED = 10

/** `offset` is that of the first byte to come. What `split` gives must be used up before it is called again. */
export function lineSplitter(offset: number, longest: number) {
  let begin = offset
  let size = 0
  let parts: Buffer[] = []

  function keep(part: Buffer) {
    size += part.length
    if (size > longest) parts = []
    else parts.push(part)
  }

  function taken(ended: boolean): Line {
    const bytes = size > longest ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts)
    const line = { bytes, size, begin, next: begin + size + Number(ended), ended }
    begin = line.next
    size = 0
    parts = []
    return line
  }

  return {
    *split(chunk: Buffer): Generator<Line> {
      let at = 0
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, at)) {
        keep(chunk.subarray(at, end))
        at = end + 1
        yield taken(true)
      }
      if (at < chunk.length) keep(chunk.subarray(at))
    },
    /** What came after the last line feed. */
    *rest(): Generator<Line> {
      if (size) yield taken(false)
    },
  }
}
