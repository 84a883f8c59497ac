/** What can be made to go wrong: a rule says when, and what then. Profiles are lists of such rules. */
import { type Static, Type as T } from '@sinclair/typebox'

const milliseconds = (description: string) => T.Integer({ minimum: 0, maximum: 600_000, description })

export const FaultRule = T.Object(
  {
    vendor: T.Optional(T.String({ description: 'Only calls to this vendor.' })),
    operation: T.Optional(T.String({ description: 'Only calls of this operation, by its id.' })),
    times: T.Optional(T.Integer({ minimum: 1, description: 'So many calls, then never again.' })),
    share: T.Optional(T.Number({ minimum: 0, maximum: 1, description: 'This share of the calls, told by the seed.' })),
    limit: T.Optional(
      T.Object(
        { calls: T.Integer({ minimum: 0 }), per: milliseconds("A span of the world's clock.") },
        { additionalProperties: false, description: 'Only calls beyond so many in that span.' },
      ),
    ),
    code: T.Optional(T.Union([T.String(), T.Integer()], { description: "An error of the vendor's catalogue." })),
    meaning: T.Optional(T.String({ description: 'Part of the message, where a code has several.' })),
    status: T.Optional(T.Integer({ minimum: 400, maximum: 599, description: 'HTTP status, as a gateway answers it.' })),
    latency: T.Optional(
      T.Union([
        milliseconds('Before the answer.'),
        T.Object(
          { minimum: milliseconds('At least.'), maximum: milliseconds('At most.') },
          { additionalProperties: false, description: 'Evenly spread between the two.' },
        ),
      ]),
    ),
    reset: T.Optional(
      T.Union([T.Literal('before'), T.Literal('after')], {
        description: 'The connection is reset, before the call was carried out or after.',
      }),
    ),
    truncated: T.Optional(
      T.Number({
        minimum: 0,
        maximum: 0.99,
        description: 'Only this share of the body is sent, then the connection ends.',
      }),
    ),
    bytesPerSecond: T.Optional(T.Integer({ minimum: 1, description: 'The body trickles.' })),
    expired: T.Optional(T.Literal(true, { description: 'The token or session of the call ends before its time.' })),
  },
  { additionalProperties: false },
)
export type FaultRule = Static<typeof FaultRule>

/** Named profiles. */
export const profiles: { readonly [name: string]: readonly FaultRule[] } = {
  flaky: [
    { share: 0.1, status: 503 },
    { share: 0.05, reset: 'before' },
    { share: 0.05, reset: 'after' },
    { share: 0.02, truncated: 0.5 },
    { share: 0.05, latency: { minimum: 1_000, maximum: 5_000 } },
  ],
  slow: [{ latency: { minimum: 500, maximum: 3_000 } }],
  'rate-limited': [{ limit: { calls: 5, per: 1_000 }, status: 429 }],
  down: [{ status: 503 }],
}
