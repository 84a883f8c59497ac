/** Which addresses the mock calls: this machine, and the hosts that were allowed when it started. */
import { KefuError } from '../../src/wire/errors.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** The address, once it may be called. Throws contract-violated and address-refused. */
export function allowed(address: string, hosts: readonly string[] = []): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new KefuError('contract-violated', {
      detail: `Expected an http or https URL, got ${JSON.stringify(address.slice(0, 200))}.`,
    })
  if (url.username || url.password)
    throw new KefuError('address-refused', { detail: 'Got credentials in the address.' })
  if (!LOOPBACK.test(url.hostname) && !hosts.includes(url.hostname))
    throw new KefuError('address-refused', { detail: `Got ${url.protocol}//${url.host}.` })
  return url.href
}
