/** The customer record at Echat: filled in, edited, given to somebody. */
import type { Cast } from '../cast.ts'
import type { Staff } from '../data/company.ts'
import type { Content } from './teller.ts'
import { crmData, visitorId } from './visitor.ts'

const by = ({ id, logname, name }: Staff) => ({ staffId: id, staffLogname: logname, staffName: name })

export const owner = ({ id, logname, name }: Staff) => ({ ownerId: id, ownerLogname: logname, ownerName: name })

/** The whole record: filled in by the visitor before the conversation, or by staff. */
export const recorded = (cast: Cast, staff: Staff, from: 'form' | 'staff'): Content<'crmStatus'> => ({
  visitorId: visitorId(cast),
  crmStatus: from === 'form' ? '1' : '2',
  ...by(staff),
  crmData: crmData(cast),
})

/** One field, as each edit is told. */
export const noted = (cast: Cast, staff: Staff): Content<'crmStatus'> => ({
  visitorId: visitorId(cast),
  crmStatus: '2',
  ...by(staff),
  crmData: { visitorId: visitorId(cast), memo: cast.note },
})

export const assigned = (cast: Cast, staff: Staff, to: Staff): Content<'crmStatus'> => ({
  visitorId: visitorId(cast),
  crmStatus: '3',
  ...by(staff),
  ownerData: owner(to),
})
