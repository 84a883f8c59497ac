/** What a handler of yunduo is tried with, besides every message of its contracts. */
import type { Case } from '../case.ts'

export const yunduo: readonly Case[] = []
