/** Names the erratum that explains a broken message. */
import type { Vendor } from '../../schemas/define.ts'

/**
 * The id of the erratum whose symptom stands in the text before (or right at) the offset where reading failed. The nearest wins:
 * a CDATA section that is closed wrongly makes the reader fail only at the end of the next one.
 */
export function erratumIn(vendor: Vendor, text: string, offset: number): string | undefined {
  const read = text.slice(0, offset + REACH)
  let nearest: { id: string; at: number } | undefined
  for (const { id, symptom } of vendor.errata) {
    if (!symptom) continue
    for (const { index } of read.matchAll(new RegExp(symptom, 'gu'))) {
      if (!nearest || index > nearest.at) nearest = { id, at: index }
    }
  }
  return nearest?.id
}

/** Characters after the failing offset that may belong to the fault. */
const REACH = 40
