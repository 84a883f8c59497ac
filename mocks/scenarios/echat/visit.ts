/** A visit at Echat: entering, the keyword that is found later, the pages, leaving. */
import type { Cast } from '../cast.ts'
import { local, seconds } from '../clock.ts'
import { engine } from '../data/devices.ts'
import type { Content } from './teller.ts'
import { routeData, visitorId, whose } from './visitor.ts'

/** Codes of 3.1.4. */
type Presence = '1' | '2'

export const entered = (cast: Cast, routeStatus: Presence = '1'): Content<'visitorEnter'> => ({
  ...whose(cast),
  routeData: { ...routeData(cast), routeStatus },
  trackData: { trackRecordId: cast.ids.visit, visitTimes: `${cast.visit.times}` },
})

export const keyword = ({ ids, visit }: Cast): Content<'keywordReturn'> => ({
  trackRecordId: ids.visit,
  se: engine.id,
  keyword: visit.keyword,
  ...(visit.paid && { biddingWord: visit.biddingWord }),
  keywordType: visit.paid ? '2' : '1',
})

export const pages = (cast: Cast): Content<'visitorTrackPage'> => ({
  trackData: {
    trackRecordId: cast.ids.visit,
    visitorId: visitorId(cast),
    visitPageDatas: {
      pageData: cast.visit.pages.map(({ at, url, title }) => ({
        visitTime: local(cast, at),
        pageUrl: url,
        pageTitle: title,
      })),
    },
  },
})

interface Leaving {
  at: number
  /** Ids of the conversations that were held meanwhile, and of clicks that came to nothing. */
  chats?: readonly string[]
  givenUp?: readonly string[]
  routeStatus?: Presence
}

export const left = (
  cast: Cast,
  { at, chats = [], givenUp = [], routeStatus = '1' }: Leaving,
): Content<'visitorOut'> => ({
  routeStatus,
  trackData: {
    trackRecordId: cast.ids.visit,
    visitPageCount: `${cast.visit.pages.length}`,
    visitTotalTime: seconds(at),
    ...(chats.length && { chatRecordId: chats.join(',') }),
    ...(givenUp.length && { giveupRecordId: givenUp.join(',') }),
    visitorOutTime: local(cast, at),
  },
})
