/** Addresses whose name leads nowhere, or whose TLS is wrong: nothing is sent, and the reason says why. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { echat } from '../schemas/index.ts'
import { listening, pushOf, registered, standing } from './delivery.ts'

async function reasonOf(url: string, hosts: string[] = []) {
  const world = standing({ hosts })
  world.switches.switch({ echat: { retries: 'none' } })
  const endpoint = await registered(world, echat, url)
  world.outbox.enqueue(pushOf(echat))
  await world.outbox.idle()
  expect(world.outbox.deadLetters()).toMatchObject([{ status: 0, endpoint, answer: '' }])
  return world.outbox.deadLetters()[0]?.reason
}

test('a name that leads nowhere', async () => {
  expect(await reasonOf('http://nowhere.invalid/', ['nowhere.invalid'])).toMatch(
    /^Expected an answer from http:\/\/nowhere\.invalid, got none: the name cannot be resolved \(E\w+\)\.$/,
  )
})

test('https to a server without TLS', async () => {
  const seen: string[] = []
  const server = createHttp((request, response) => {
    seen.push(request.url ?? '')
    response.end('success')
  })
  const reason = await reasonOf(`https://127.0.0.1:${await listening(server)}/`)
  expect(reason).toMatch(/^Expected an answer from https:\S+, got none: TLS failed \(\w+\)\.$/)
  expect(seen).toEqual([])
})

test('https with a certificate that nobody signed', async () => {
  const seen: string[] = []
  const server = createHttps(certificate(), (request, response) => {
    seen.push(request.url ?? '')
    response.end('success')
  })
  const reason = await reasonOf(`https://localhost:${await listening(server)}/`)
  expect(reason).toMatch(/got none: TLS failed \(DEPTH_ZERO_SELF_SIGNED_CERT\)\.$/)
  expect(seen).toEqual([])
})

/** A certificate that it signed itself. Made by openssl: this test fails where there is none. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-certificate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-keyout', key, '-out', cert]
  execFileSync('openssl', ['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=localhost', ...made], {
    stdio: 'pipe',
  })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}
