/** Names the erratum that explains a broken message. */
import type { Erratum, Vendor } from '../../schemas/define.ts'

/**
 * The erratum whose symptom stands in the text before (or right at) the offset where reading failed. The nearest wins:
 * a CDATA section that is closed wrongly makes the reader fail only at the end of the next one.
 */
export function erratumIn(vendor: Vendor, text: string, offset: number): Erratum | undefined {
  const read = text.slice(0, offset + AHEAD)
  let nearest: { erratum: Erratum; at: number } | undefined
  for (const erratum of vendor.errata) {
    if (!erratum.symptom) continue
    const symptom = new RegExp(erratum.symptom, 'gu')
    // Looked for near the fault only: over a whole body a symptom with a star in it could take minutes.
    symptom.lastIndex = Math.max(0, offset - BEHIND + 1)
    for (const { index } of read.matchAll(symptom)) {
      if (offset - index < BEHIND && (!nearest || index > nearest.at)) nearest = { erratum, at: index }
    }
  }
  return nearest?.erratum
}

/** Characters before and after the failing offset in which a symptom counts; farther away it explains another fault. */
const BEHIND = 1000
const AHEAD = 40
