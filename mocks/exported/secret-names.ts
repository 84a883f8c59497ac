/** Gives each secret of a world a name, so that it can be told apart from the others without being told. */
import type { Hide } from '../world/mask.ts'
import { everyVendor, type World } from '../world/world.ts'

/** `‹sobot.app_key›` for a credential of the world, `‹token#2›` for the second token that none of them is. */
export function secretNames(world: World): Hide {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const vendor of everyVendor)
    for (const [name, value] of Object.entries(world.credentials(vendor))) names.set(value, `‹${vendor.id}.${name}›`)
  return (secret, kind) => {
    if (/^‹.*›$/.test(secret)) return secret
    const known = names.get(secret)
    if (known) return known
    const count = (counts.get(kind) ?? 0) + 1
    const made = `‹${kind}#${count}›`
    counts.set(kind, count)
    names.set(secret, made)
    return made
  }
}
