/** 只浏览不咨询. */

import type { Scenario } from '../define.ts'
import { teller } from '../echat/teller.ts'
import { entered, keyword, left, pages } from '../echat/visit.ts'

export const browseOnly: Scenario = {
  id: 'browse-only',
  title: '访客只浏览，没有咨询',
  summary: 'Echat: a visitor comes by a search, reads some pages, opens the chat form, gives up and leaves.',
  vendors: ['echat'],
  story(cast) {
    const say = teller(cast)
    const out = cast.visit.read + cast.pauses.leaving
    return [
      say('visitorEnter', 0, entered(cast)),
      say('keywordReturn', cast.visit.found, keyword(cast)),
      say('visitorTrackPage', out, pages(cast)),
      say('visitorOut', out, left(cast, { at: out, givenUp: [cast.ids.click] })),
    ]
  },
}
