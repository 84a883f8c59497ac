/** No error catalogue: Yunduo only pushes, and the document knows no answer but success. */
import type { VendorError } from '../define.ts'

export const errors: readonly VendorError[] = []
