/** No catalogue: the vendor answers no call of ours, and the document does not say what it makes of our answers. */
import type { VendorError } from '../define.ts'

export const errors: readonly VendorError[] = []
