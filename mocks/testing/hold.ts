/** Exclusive use of a world, agreed among those who ask for it: two runs that judge one world would see each other's calls. */
import { KefuError } from '../../src/wire/errors.ts'
import { memo } from '../memo.ts'
import type { World } from '../world/world.ts'

export interface Hold {
  by: string
  /** By the time of the mock, in milliseconds since 1970. */
  until: number
}

const held = memo((_world: World): { hold: Hold | undefined } => ({ hold: undefined }))

/** Takes the world, or renews; `now` is the time of the mock, not of the world. Throws world-held while somebody else has it. */
export function hold(world: World, by: string, seconds: number, now: number): Hold {
  refuseOthers(world, by, now)
  const taken = { by, until: now + seconds * 1000 }
  held(world).hold = taken
  return taken
}

/** Gives it back; nobody has it then. Throws world-held while somebody else has it. */
export function release(world: World, by: string, now: number) {
  refuseOthers(world, by, now)
  held(world).hold = undefined
}

function refuseOthers(world: World, by: string, now: number) {
  const { hold } = held(world)
  if (!hold || hold.by === by || hold.until <= now) return
  throw new KefuError('world-held', {
    detail: `${world.id} is held by ${JSON.stringify(hold.by)} until ${new Date(hold.until).toISOString()}.`,
  })
}
