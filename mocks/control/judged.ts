/** Judges the body of a request to the mock's own door. */
import type { Static, TSchema } from '@sinclair/typebox'
import { KefuError } from '../../src/wire/errors.ts'

/** The body (or query), once it keeps to the schema. Throws contract-violated with the fields that are wrong. */
export async function judged<S extends TSchema>(schema: S, body: unknown, part = 'body'): Promise<Static<S>> {
  const { inWords, violations } = await import('../../src/wire/check.ts')
  const found = violations(schema, body)
  if (found.length) throw new KefuError('contract-violated', { detail: `${inWords(found, part)}.` })
  return body as Static<S>
}
