/** Turns a vendor's contracts into an OpenAPI 3.1 document. The routes are those that the mock mounts; the schemas go in untouched. */
import swagger from '@fastify/swagger'
import type { TObject, TSchema } from '@sinclair/typebox'
import Fastify from 'fastify'
import { mount } from '../mocks/mount.ts'
import type { Route } from '../mocks/routes.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { hoist } from './hoist.ts'

type Json = Record<string, unknown>

/** The whole document as plain data, the same on every run and machine. */
export async function openapi(vendor: Vendor): Promise<Json> {
  const app = Fastify({ exposeHeadRoutes: false })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: info(vendor), servers: vendor.origins.map(url => ({ url })) },
    convertConstToEnum: false,
    transform: ({ route, url }) => {
      const mounted = (route.config as { route?: Route } | undefined)?.route
      if (mounted?.kind !== 'contract' || !mounted.operation) return { url, schema: { hide: true } }
      return { url, schema: { operationId: mounted.operation.id } }
    },
  })
  mount(app, vendor, createWorlds({ now: () => 0 }))
  await app.ready()
  const mounted = app.swagger().paths as Record<string, Record<string, Json>>
  await app.close()

  const operations = new Map(contracts(vendor, 'operation').map(it => [it.id, it]))
  const paths = Object.fromEntries(
    Object.entries(mounted).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, { operationId }]) => [
          method,
          operation(vendor, operations.get(operationId as string) as Contract<'operation'>),
        ]),
      ),
    ]),
  )
  const webhooks = Object.fromEntries(contracts(vendor, 'push').map(it => [it.id, { post: webhook(vendor, it) }]))
  const { document, schemas } = hoist({
    openapi: '3.1.0',
    info: info(vendor),
    servers: vendor.origins.map(url => ({ url })),
    tags: chapters(vendor),
    ...(Object.keys(paths).length && { paths }),
    ...(Object.keys(webhooks).length && { webhooks }),
  })
  const securitySchemes = Object.fromEntries(
    Object.entries(vendor.security ?? {}).map(([id, { in: place, name, description }]) => [
      id,
      { type: 'apiKey', in: place, name, description },
    ]),
  )
  return {
    ...document,
    components: { schemas, ...(Object.keys(securitySchemes).length && { securitySchemes }) },
    'x-errors': vendor.errors,
    'x-assumptions': vendor.assumptions,
    'x-errata': vendor.errata,
  }
}

const info = (vendor: Vendor) => ({
  title: `${vendor.title} ${vendor.summary}`,
  version: '1.0.0',
  description: `Source: ${vendor.source}. Not published by the vendor.`,
  license: { name: 'MIT', identifier: 'MIT' },
})

function chapters(vendor: Vendor) {
  const all = [...contracts(vendor, 'operation'), ...contracts(vendor, 'push')]
  return [...new Set(all.map(it => it.chapter))].map(name => {
    const titles = all.filter(it => it.chapter === name).map(it => it.contract.title)
    return { name, description: titles.join('、') }
  })
}

function operation(vendor: Vendor, { id, chapter, contract }: Contract<'operation'>): Json {
  const { query, params, body, reply, examples, variants = {} } = contract
  const all: Record<string, { body?: unknown; reply: unknown }> = { ...examples, ...variants }
  const failure = vendor.failure && { anyOf: [reply, vendor.failure.schema] }
  return {
    ...heading(vendor, id, chapter, contract),
    parameters: [...parameters('path', params), ...parameters('query', query)],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body, examples: valued(all, it => it.body) } },
      },
    }),
    responses: {
      200: {
        description: 'Success or failure, told apart by the code.',
        content: { 'application/json': { schema: failure ?? reply, examples: valued(all, it => it.reply) } },
      },
    },
    security: security(vendor, contract.open === true),
    ...(contract.aliases && { 'x-aliases': contract.aliases }),
    'x-errors': [...errorsEverywhere(vendor, contract.open === true), ...(contract.fails ?? [])],
  }
}

function webhook(vendor: Vendor, { id, chapter, contract }: Contract<'push'>): Json {
  const { contentType, query, headers, envelope, acknowledgement } = vendor.push ?? {}
  const { answer } = acknowledgement ?? {}
  const isJson = answer?.contentType.includes('json')
  const example = isJson ? JSON.parse(answer?.body ?? '') : answer?.body
  return {
    ...heading(vendor, id, chapter, contract),
    parameters: [...parameters('query', query), ...parameters('header', headers)],
    requestBody: {
      required: true,
      content: {
        [contentType as string]: {
          schema: contract.message,
          examples: valued({ ...contract.examples, ...contract.variants }, it => it),
        },
      },
    },
    responses: {
      200: {
        description: 'The acknowledgement; anything else is sent again.',
        content: {
          [answer?.contentType as string]: {
            schema: answer?.schema ?? { type: isJson ? 'object' : 'string' },
            example,
          },
        },
      },
    },
    security: security(vendor, false),
    'x-match': contract.match,
    'x-acknowledgement': acknowledgement?.accepts,
    ...(envelope && { 'x-envelope': envelope }),
  }
}

function heading(
  vendor: Vendor,
  id: string,
  chapter: string,
  { title, summary, description, doc }: Contract['contract'],
): Json {
  const errata = vendor.errata.filter(it => it.touches.includes(id)).map(it => it.id)
  return {
    operationId: id,
    tags: [chapter],
    summary: `${summary} (${title})`,
    ...(description && { description }),
    'x-section': doc,
    ...(errata.length && { 'x-errata': errata }),
  }
}

const parameters = (place: 'path' | 'query' | 'header', schema: TObject | undefined) =>
  Object.entries(schema?.properties ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: schema?.required?.includes(name) ?? false,
    description: (field as TSchema).description,
    schema: field,
  }))

/** Named values as OpenAPI wants them; those without a value are left out. */
const valued = <T>(all: Record<string, T>, pick: (it: T) => unknown) =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, it]) =>
      pick(it) === undefined ? [] : [[name.replace(/[^\w.-]+/g, '-'), { summary: name, value: pick(it) }]],
    ),
  )

const errorsEverywhere = (vendor: Vendor, open: boolean) =>
  vendor.errors.filter(it => it.everywhere === true || (it.everywhere === 'guarded' && !open)).map(it => it.code)

function security({ security = {} }: Vendor, open: boolean) {
  const mine = Object.entries(security).filter(([, it]) => (it.open ?? false) === open)
  const always = mine.filter(([, it]) => !it.optional)
  const requirement = Object.fromEntries(always.map(([id]) => [id, []]))
  return mine.length === always.length ? [requirement] : [requirement, Object.fromEntries(mine.map(([id]) => [id, []]))]
}
