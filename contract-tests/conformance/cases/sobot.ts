/** What a handler of sobot is tried with, besides every message of its contracts. */
import type { Case } from '../case.ts'

export const sobot: readonly Case[] = []
