/** `/_kefu/worlds/<id>/faults`: what is to go wrong in a world. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import { FaultRule, profiles } from '../world/fault-rules.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { named, worldNamed } from './named.ts'

const Profile = T.Object({ profile: T.String(), vendor: T.Optional(T.String()) }, { additionalProperties: false })

interface Named {
  Params: { id: string; fault: string }
  Body: unknown
}

export function faults(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds) {
  app.get<Named>('/worlds/:id/faults', ({ params }) => worldNamed(worlds, params.id).faults.all())

  app.post<Named>('/worlds/:id/faults', async ({ params, body }, reply) => {
    const world = worldNamed(worlds, params.id)
    const rules = (await rulesOf(body)).map(it => sound(it, vendors))
    return reply.code(201).send(world.faults.add(rules))
  })

  app.delete<Named>('/worlds/:id/faults', ({ params }) => {
    worldNamed(worlds, params.id).faults.clear()
    return []
  })

  app.delete<Named>('/worlds/:id/faults/:fault', ({ params }) => {
    const world = worldNamed(worlds, params.id)
    const { id } = named(world.faults.all(), params.fault, `is a fault of ${world.id}`)
    world.faults.remove(id)
    return { removed: id }
  })
}

/** One rule, several, or a profile by its name. */
async function rulesOf(body: unknown): Promise<readonly FaultRule[]> {
  if (Array.isArray(body)) return judged(T.Array(FaultRule, { minItems: 1 }), body)
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'profile'))
    return [await judged(FaultRule, body)]
  const { profile, ...only } = await judged(Profile, body)
  return profileNamed(profile).map(it => ({ ...it, ...only }))
}

/** Throws name-unknown with the list. */
export function profileNamed(name: string): readonly FaultRule[] {
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined
  const names = Object.keys(profiles)
  if (found) return found
  throw new KefuError('name-unknown', {
    detail: `There is no profile ${JSON.stringify(name)}; ${nearest(name, names, names.length)}`,
  })
}

/** The rule with its vendor filled in. Throws name-unknown for a vendor, operation or code that is not there, with the nearest. */
export function sound(rule: FaultRule, vendors: readonly Vendor[]): FaultRule {
  const callable = vendors.filter(it => contracts(it, 'operation').length)
  const chosen = rule.vendor === undefined ? callable : [named(callable, rule.vendor, 'answers calls')]
  const having =
    rule.operation === undefined ? chosen : chosen.filter(it => idsOf(it).includes(rule.operation as string))
  if (having.length === 0) throw unknown('operation', rule.operation as string, chosen.flatMap(idsOf))
  if (rule.code === undefined) return rule
  const [owner] = having.filter(it => codesOf(it).includes(String(rule.code)))
  if (!owner) throw unknown('error code', String(rule.code), having.flatMap(codesOf))
  const entries = owner.errors.filter(it => String(it.code) === String(rule.code))
  const code = entries[0]?.code
  const { meaning = '' } = rule
  if (!entries.some(it => it.message.includes(meaning)))
    throw unknown(
      `meaning of ${rule.code}`,
      meaning,
      entries.map(it => it.message),
    )
  return { ...rule, vendor: owner.id, ...(code !== undefined && { code }) }
}

const idsOf = (vendor: Vendor) => contracts(vendor, 'operation').map(it => it.id)
const codesOf = (vendor: Vendor) => [...new Set(vendor.errors.map(it => String(it.code)))]

const unknown = (what: string, word: string, known: string[]) =>
  new KefuError('name-unknown', { detail: `There is no ${what} ${JSON.stringify(word)}; ${nearest(word, known, 5)}` })
