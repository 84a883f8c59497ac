/** Placeholder until the chapters are written. */
import { Type as T } from '@sinclair/typebox'
import { defineVendor } from '../define.ts'

export const sobot = defineVendor({
  id: 'sobot', title: '', summary: '', source: '', origins: [], erratum: '', credentials: T.Object({}), errors: [], assumptions: {}, errata: [], chapters: {},
})
