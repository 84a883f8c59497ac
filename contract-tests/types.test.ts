/** What only the compiler can judge: generated types equal their sources, and misuse does not compile. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const folder = 'contract-tests/types'

test('the compiler agrees with every file of types/', { timeout: 120_000 }, async () => {
  const run = promisify(execFile)('node_modules/.bin/tsc', ['--noEmit', '-p', folder])
  const said = await run.then(
    ({ stdout }) => stdout,
    error => String(error.stdout || error.message),
  )
  expect(said).toBe('')
})

test('those files hold misuse that is expected to fail', () => {
  const files = readdirSync(folder).filter(it => it.endsWith('.ts'))
  const expected = files.flatMap(it => [...readFileSync(`${folder}/${it}`, 'utf8').matchAll(/@ts-expect-error/g)])
  expect(expected.length).toBeGreaterThanOrEqual(14)
})
