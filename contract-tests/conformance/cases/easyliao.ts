/** What a handler of easyliao is tried with, besides every message of its contracts. */
import type { Case } from '../case.ts'

export const easyliao: readonly Case[] = []
