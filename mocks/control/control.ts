/** The mock's own door, `/_kefu`. Its errors are the kit's own, as JSON; what it changes is safe before it answers. */
import type { FastifyError, FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { asRefusal, refuseAsKit } from '../refusals.ts'
import type { Worlds } from '../world/worlds.ts'
import { acts } from './acts.ts'
import { exchanges } from './exchanges.ts'
import { expectations } from './expectations.ts'
import { faults } from './faults.ts'
import { holds } from './holds.ts'
import { journal } from './journal.ts'
import { outbox } from './outbox.ts'
import { pushes } from './pushes.ts'
import { scenarios } from './scenarios.ts'
import { worlds as worldRoutes } from './worlds.ts'

export interface ControlOptions {
  /** Shows secrets and telephone numbers in the journal and the outbox. */
  unmasked?: boolean
}

export function control(
  app: FastifyInstance,
  vendors: readonly Vendor[],
  worlds: Worlds,
  { unmasked = false }: ControlOptions,
) {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const { status, body } = refuseAsKit(asRefusal(error))
    return reply.code(status).send(body)
  })
  // Whoever sends `content-type: application/json` with nothing behind it means no body.
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parse(request, body, done),
  )
  // A refusal promises nothing, and may be that it could not be made safe.
  app.addHook('onSend', async (_request, { statusCode }) => (statusCode < 400 ? worlds.saving() : undefined))
  pushes(app, vendors, worlds)
  worldRoutes(app, vendors, worlds)
  journal(app, worlds, unmasked)
  exchanges(app, vendors, worlds)
  faults(app, vendors, worlds)
  outbox(app, vendors, worlds, unmasked)
  scenarios(app, vendors, worlds)
  acts(app, vendors, worlds)
  expectations(app, vendors, worlds, unmasked)
  holds(app, worlds)
}
