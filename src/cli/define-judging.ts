/** The commands that judge: a receiver, a client, and one exchange made into a test. */
import type { Command } from 'commander'

export function defineJudging(_program: Command) {}
