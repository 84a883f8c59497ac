/** The token of a vendor that wants one: fetched once, shared by all calls, renewed before it ends. */
import { contractOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { at } from './failure.ts'
import { type Caller, repeated, type Session } from './repeat.ts'

/** A token and its times, milliseconds since 1970. */
interface Token {
  token: string
  renewAt: number
  endsAt: number
}

/** Undefined for a vendor that has no login. A token among the credentials is used until it is refused. */
export function sessionOf(vendor: Vendor, caller: Caller): Session | undefined {
  const { login } = vendor
  const operation = login && contractOf(vendor, 'operation', login.operation)
  if (!login || !operation) return undefined
  const { now = Date.now, renewBefore = 300_000 } = caller.settings
  const given = caller.credentials[login.credential]
  let current: Token | undefined = given ? { token: given, renewAt: Infinity, endsAt: Infinity } : undefined
  let coming: Promise<Token> | undefined

  async function fetched(): Promise<Token> {
    const asked = now()
    const reply = await repeated({ vendor, operation: operation!, input: {} }, caller)
    const life = lifeOf(login!.lifetime === undefined ? undefined : at(reply, login!.lifetime))
    const token = String(at(reply, login!.reply))
    current = { token, renewAt: asked + life - Math.min(renewBefore, life / 2), endsAt: asked + life }
    return current
  }

  return {
    name: login.credential,
    async token() {
      const old = current
      if (old && now() < old.renewAt) return old.token
      coming ??= fetched().finally(() => {
        coming = undefined
      })
      try {
        return (await coming).token
      } catch (error) {
        // It could not be renewed yet, but is still good.
        if (old && old === current && now() < old.endsAt) return old.token
        throw error
      }
    },
    refused(token) {
      if (current?.token === token) current = undefined
    },
  }
}

/** Milliseconds from seconds, text or number. Where nothing usable is said, the token is used until it is refused. */
function lifeOf(seconds: unknown): number {
  const life = Number(seconds) * 1000
  return life > 0 ? life : Number.MAX_SAFE_INTEGER
}
