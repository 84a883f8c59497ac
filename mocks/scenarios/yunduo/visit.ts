/** How a visitor came to the site, as Yunduo tells it. */
import type { Static } from '@sinclair/typebox'
import type { VisitInfo } from '../../../schemas/yunduo/visit-info.ts'
import type { Cast } from '../cast.ts'
import { offset } from '../clock.ts'
import { engine } from '../data/devices.ts'
import { short } from '../data/places.ts'
import type { Page } from '../visit.ts'

const ends = ({ visit }: Cast) => ({ landing: visit.pages[0] as Page, talking: visit.pages.at(-1) as Page })

/** What a conversation repeats of it. */
export function visitPages(cast: Cast) {
  const { landing, talking } = ends(cast)
  return { conversationPageTitle: talking.title, conversationPageUrl: talking.url, landingPageUrl: landing.url }
}

export function visitInfo(cast: Cast): Static<typeof VisitInfo> {
  const { visit, person, ids } = cast
  const { landing } = ends(cast)
  return {
    browser: visit.device.browser,
    ...visitPages(cast),
    device: visit.device.phone ? '手机' : '电脑',
    fromPageTitle: '',
    fromPageUrl: visit.refer,
    groupConversations: ids.session,
    ipAddress: person.ip,
    ipProvince: short(person.place.province),
    ipRegion: short(person.place.city),
    keyword: visit.biddingWord,
    landingPageTitle: landing.title,
    landingTime: offset(cast, landing.at),
    opSystem: visit.device.system,
    pushVisitInfoTransitDTOList: visit.pages.slice(1, -1).map(({ at, url, title }) => ({
      transitPageUrl: url,
      transitPageTitle: title,
      transitPageTime: offset(cast, at),
    })),
    source: (visit.paid ? engine.paid : engine.found).word,
    sourceKeyword: visit.keyword,
  }
}
