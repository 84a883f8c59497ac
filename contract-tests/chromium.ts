/** Chromium, in which the docs site is tried, and axe, which judges what it shows. */
import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Debian's package is named like it. It lacks the windows of `chromium`, and starts and draws for much less. */
const PROGRAM = '/usr/bin/chromium-headless-shell'

export async function launched(): Promise<Browser> {
  if (!existsSync(PROGRAM))
    throw new Error(
      `Expected Chromium at ${PROGRAM}, and nothing is there. On Debian: apt-get install chromium-headless-shell fonts-noto-cjk`,
    )
  return chromium.launch({ executablePath: PROGRAM, args: ['--disable-gpu'] })
}

/**
 * Rules whose violations are never serious are not tried, and what passed stays in the page: both cost as much as what is asked.
 * A preload would ask for the style sheet again, which the policy of the pages forbids.
 */
const AUDIT = `(() => {
  const milder = axe._audit.rules.filter(({ impact }) => impact !== 'serious' && impact !== 'critical')
  const rules = Object.fromEntries(milder.map(({ id }) => [id, { enabled: false }]))
  return axe.run({ preload: false, resultTypes: ['violations'], rules }).then(found => found.violations)
})()`

/** Of every violation that is serious or critical: the rule, and where it is broken. */
export async function violations(page: Page): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source)
  const found = (await page.evaluate(AUDIT)) as axe.Result[]
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(it => it.target.join(' ')).join(', ')}`)
}
