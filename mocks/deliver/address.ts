/** Which addresses are called: this machine, and what was allowed by name, address or network. Judged where the connection goes, so that a name cannot change its mind. */
import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { KefuError } from '../../src/wire/errors.ts'

/** The address, once nothing in its text speaks against it; where a name leads is judged when it is called. Throws contract-violated and address-refused. */
export function allowed(address: string, hosts: readonly string[] = []): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new KefuError('contract-violated', {
      detail: `Expected an http or https URL, got ${JSON.stringify(address.slice(0, 200))}.`,
    })
  if (url.username || url.password)
    throw new KefuError('address-refused', { detail: 'Got credentials in the address.' })
  const host = bare(url.hostname)
  if (isIP(host) ? !mayCall(host, host, hosts) : !mayResolve(host, hosts)) throw refused(url.host)
  return url
}

/** Resolves a name for a connection, which then goes to the very addresses that were judged. */
export const pinned =
  (hosts: readonly string[]): LookupFunction =>
  (name, options, callback) =>
    lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? []
      if (error || !first) return callback(error ?? new Error(`${name} has no address`), [])
      const wrong = found.find(it => !mayCall(name, it.address, hosts))
      if (wrong) return callback(refused(`${name}, which is ${wrong.address}`), [])
      return options.all ? callback(null, found) : callback(null, first.address, first.family)
    })

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** By its name, its address, or the network (`10.1.0.0/16`) that the address is in. */
function mayCall(name: string, address: string, hosts: readonly string[]) {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (loopback.check(address, family) || hosts.includes(name) || hosts.includes(address)) return true
  return hosts.some(it => networkOf(it)?.check(address, family))
}

/** Where a name leads is asked only when the answer could be allowed: asking tells others of it. */
const mayResolve = (name: string, hosts: readonly string[]) =>
  /^(.+\.)?localhost$/.test(name) || hosts.some(it => it === name || isIP(it) || networkOf(it))

function networkOf(text: string): BlockList | undefined {
  const [address = '', prefix] = text.split('/')
  const family = isIP(address)
  if (!family || !prefix || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === 6 ? 128 : 32)) return undefined
  const list = new BlockList()
  list.addSubnet(address, Number(prefix), family === 6 ? 'ipv6' : 'ipv4')
  return list
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')
const refused = (got: string) => new KefuError('address-refused', { detail: `Got ${got}.` })
