/** How a command ends: one sentence and an exit code. */
import { KefuError } from '../wire/errors.ts'

export const REFUSED = 1
export const USAGE = 2
export const CONNECTION = 3
/** As shells say it of SIGINT. */
export const INTERRUPTED = 130

/** What was typed cannot be used. */
export class UsageError extends Error {}

export function exitCode(error: unknown): number {
  if (error instanceof UsageError) return USAGE
  if (error instanceof Error && error.name === 'RecordingError') return USAGE
  // Told by its name: its class comes with the client, which most commands do without.
  if (error instanceof Error && error.name === 'VendorFailure') return REFUSED
  if (!(error instanceof KefuError)) return CONNECTION
  if (error.code === 'unreachable') return CONNECTION
  return error.code === 'name-unknown' ? USAGE : REFUSED
}

export const sentence = (error: unknown) =>
  error instanceof KefuError ? `${error.message} ${error.cure}` : error instanceof Error ? error.message : String(error)
