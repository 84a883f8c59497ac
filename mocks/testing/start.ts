/** Starts a mock inside a test: in this process, on a port of its own, as many as are wanted. */
import { setMaxListeners } from 'node:events'
import { named } from '../control/named.ts'
import { mockServer } from '../server.ts'
import { everyVendor } from '../world/world.ts'
import { createWorlds } from '../world/worlds.ts'
import type { VendorName } from './names.ts'
import { type TestWorld, testWorld } from './world.ts'

export interface WorldChoices {
  /** `world-1`, `world-2` … by default. */
  id?: string
  /** The same seed gives the same credentials and ids; by default it follows from the mock's seed and the id. */
  seed?: string
  /** The clock stands still at that time until it is moved. */
  still?: Date | number
  /** Refuses what deviates from the contracts, instead of putting up with it. */
  strict?: boolean
}

export interface MockOptions extends Omit<WorldChoices, 'id'> {
  /** Any free one by default, on the loopback interface. */
  port?: number
  /** All by default. */
  vendors?: readonly VendorName[]
  /** Hosts besides this machine that pushes may go to, by name, address or network. */
  hosts?: readonly string[]
  /** Milliseconds since 1970, which the clocks of the worlds follow; real time by default. */
  now?: () => number
}

export interface Mock extends AsyncDisposable {
  /** Origin of the server: `http://127.0.0.1:4010`. */
  readonly url: string
  /** The world that is there from the start. */
  readonly first: TestWorld
  /** A world of its own on the same server, found by its credentials. Throws name-taken. */
  world(choices?: WorldChoices): TestWorld
  /** Ends the server, its connections and whoever waits. */
  close(): Promise<void>
}

/** Every world of it stands still, or is strict, where `still` or `strict` say so and the world itself does not. */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, still, seed = 'kefu', strict = false, hosts = [], now = Date.now } = options
  const vendors = options.vendors?.map(it => named(everyVendor, it, 'is a vendor')) ?? everyVendor
  const worlds = createWorlds({ vendors, seed, strict, hosts, now })
  if (still !== undefined) {
    worlds.first.clock.run(false)
    worlds.first.clock.set(Number(still))
    worlds.first.reset()
  }
  const app = mockServer(vendors, worlds)
  const url = await app.listen({ port, host: '127.0.0.1' })
  const ended = new AbortController()
  // Very many may wait.
  setMaxListeners(0, ended.signal)
  const close = async () => {
    ended.abort()
    app.server.closeAllConnections()
    await app.close()
  }
  return {
    url,
    first: testWorld(worlds, worlds.first, url, ended.signal),
    world({ still: time = still, ...choices } = {}) {
      const world = worlds.create({ ...choices, ...(time !== undefined && { still: Number(time) }) })
      return testWorld(worlds, world, url, ended.signal)
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
