/** What a handler of echat is tried with, besides every message of its contracts. */
import type { Case } from '../case.ts'

export const echat: readonly Case[] = []
