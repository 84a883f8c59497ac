/** What a conversation can be about. */
import type { departments } from '../data/company.ts'

/** What the visitor asks, and the answer. */
export type Question = readonly [asked: string, answer: string]

export interface Topic {
  /** Folder of its pages on the site. */
  id: string
  /** What is offered, as a card names it. */
  name: string
  department: keyof typeof departments
  /** What visitors search for, and the keyword that the company bids on. */
  searches: readonly (readonly [keyword: string, biddingWord: string])[]
  pages: readonly (readonly [path: string, title: string])[]
  /** What the robot knows. */
  robot: readonly Question[]
  /** What it takes a person to answer. */
  staff: readonly Question[]
  /** A choice that the robot offers. */
  choice: { name: string; question: string; options: readonly string[] }
  /** Under which staff file the conversation. */
  subjects: readonly string[]
  notes: readonly string[]
  /** What is written when nobody is there. */
  messages: readonly string[]
}
