/** EasyLiao's side: it issues no keys and only pushes, so it has no envelope for errors. */
import { refuseAsKit } from '../refusals.ts'
import type { Side } from '../sides.ts'

export const easyliao: Side = { credentials: () => ({}), refuse: refuseAsKit }
