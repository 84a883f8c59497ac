/** How the visitor comes to the site, and what is read there before anything is said. */
import { company } from './data/company.ts'
import { type Device, devices, engine } from './data/devices.ts'
import type { Dice } from './dice.ts'
import type { Topic } from './topics/index.ts'

export interface Page {
  /** Milliseconds since the story began. */
  at: number
  url: string
  title: string
}

export interface Visit {
  device: Device
  /** Known to the site by name, and not as anybody. */
  member: boolean
  keyword: string
  biddingWord: string
  /** Came by an advertisement. */
  paid: boolean
  /** The page of the search engine. */
  refer: string
  pages: readonly Page[]
  /** When the keyword comes to be known. */
  found: number
  /** When the visitor has read enough to ask. */
  read: number
  /** How often the visitor has come, this time included. */
  times: number
  /** Conversations before this visit. */
  chats: number
  /** How long before this visit the last of them was. */
  lastChat: number
}

export function visitOf(topic: Topic, dice: Dice): Visit {
  const [keyword, biddingWord] = dice.one(topic.searches)
  const pages = pagesOf(topic, dice)
  const times = dice.between(1, 6)
  return {
    device: dice.one(devices),
    member: dice.chance(30),
    keyword,
    biddingWord,
    paid: dice.chance(60),
    refer: `https://${engine.host}/${engine.id}?wd=${encodeURIComponent(keyword)}`,
    pages,
    found: dice.seconds(12, 39),
    read: (pages.at(-1)?.at ?? 0) + dice.seconds(40, 150),
    times,
    chats: dice.below(times),
    lastChat: dice.seconds(86_400, 5_184_000),
  }
}

/** It begins with the first page of the topic. */
function pagesOf({ id, pages: [home, ...others] }: Topic, dice: Dice): Page[] {
  let at = 0
  return [home, ...dice.some(others, dice.between(1, 4))].map(([path, title] = ['', '']) => {
    const page = { at, url: [company.site, id, path].filter(Boolean).join('/'), title }
    at += dice.seconds(9, 75)
    return page
  })
}
