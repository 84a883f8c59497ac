/** What a step of the model-based test is: a request, what the model says of it, and what becomes of the model. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { expired, type Model } from './model.ts'

export interface Reply {
  ret_code: string
  item?: unknown
  items?: Record<string, unknown>[]
  [count: string]: unknown
}

export interface Request {
  method?: 'GET' | 'POST'
  path: string
  query?: Record<string, string | number | undefined>
  body?: unknown
}

export interface Real {
  send(request: Request, token: string): Promise<Reply>
  /** For getToken. */
  sign(seconds: number): Record<string, string>
  advance(milliseconds: number): void
}

export interface Plan {
  request: Request
  /** Needs no token. */
  open?: true
  /** Codes of which one is answered; none for a success. */
  refusals?: readonly string[]
  /** Compares the reply with the model, and takes over into the model what was changed. */
  succeeds?(reply: Reply): void | Promise<void>
}

export type Step = fc.AsyncCommand<Model, Real>

/** How many steps were run, and how each ended. */
export const ended = new Map<string, number>()

export const steps = <I>(
  name: string,
  inputs: fc.Arbitrary<I>,
  plan: (model: Model, input: I, real: Real) => Plan | undefined,
) => inputs.map((input): Step => step(name, input, plan))

export const step = <I>(
  name: string,
  input: I,
  plan: (model: Model, input: I, real: Real) => Plan | undefined,
): Step => ({
  check: () => true,
  toString: () => `${name} ${JSON.stringify(input)}`,
  async run(model, real) {
    const planned = plan(model, input, real)
    const outcome = planned ? await carriedOut(planned, model, real) : 'done'
    ended.set(`${name}: ${outcome}`, (ended.get(`${name}: ${outcome}`) ?? 0) + 1)
  },
})

async function carriedOut({ request, open, refusals = [], succeeds }: Plan, model: Model, real: Real) {
  const reply = await real.send(request, model.token)
  const allowed = !open && expired(model) ? ['900002'] : refusals.length ? refusals : ['000000']
  if (!allowed.includes(reply.ret_code)) expect(reply).toMatchObject({ ret_code: allowed.join(' or ') })
  if (reply.ret_code === '000000') await succeeds?.(reply)
  return reply.ret_code
}

/** The things that the model knows, or one that there is not; which of them, a number says. */
export function chosen(ids: Iterable<string>, gone: readonly string[], number: number): string {
  const all = [...ids]
  return (number % 16 === 15 ? undefined : all[number % all.length]) ?? gone[number % gone.length] ?? 'f'.repeat(32)
}

/** Sequences of exactly that many steps; when one fails, shorter ones are tried, too. */
export class Sequences extends fc.Arbitrary<Iterable<Step>> {
  readonly #all: fc.Arbitrary<Iterable<Step>>
  readonly #length: number

  constructor(from: fc.Arbitrary<Step>[], length: number) {
    super()
    this.#all = fc.commands<Model, Real, false>(from as never, { maxCommands: length, size: 'max' }) as never
    this.#length = length
  }

  generate(random: fc.Random, bias: number | undefined): fc.Value<Iterable<Step>> {
    for (;;) {
      const sequence = this.#all.generate(random, bias)
      // Not `value`: what has been read once is cloned at the next reading, and the clone would run.
      if ([...sequence.value_].length === this.#length) return sequence
    }
  }

  canShrinkWithoutContext(value: unknown): value is Iterable<Step> {
    return this.#all.canShrinkWithoutContext(value)
  }

  shrink(value: Iterable<Step>, context: unknown): fc.Stream<fc.Value<Iterable<Step>>> {
    return this.#all.shrink(value, context)
  }
}
