/** The sample app of `examples/crm-leads`, started beside a mock and judged by a command that is installed with it, each in a process of its own. */
import { type Finished, finished, running } from './processes.ts'

export const KEFU = 'node_modules/.bin/kefu'

/** What the command said of it; `env` is what it is told besides. */
export async function judgedSample(
  folder: string,
  [command = KEFU, ...args]: readonly string[],
  env: Record<string, string> = {},
): Promise<Finished> {
  const mock = await running(KEFU, ['mock', '--port', '0'], /listens on (http:\S+:(\d+))/, { cwd: folder })
  const [, origin = '', id] = mock.answered
  const settings = { PORT: '0', SOBOT_URL: `${origin}/sobot`, INBOX: `judged-${id}.sqlite` }
  const start = ['--env-file=mock.env', 'main.js']
  const app = await running('node', start, /listens on http:\S+:(\d+)/, { cwd: folder, env: settings })
  try {
    const [, port = ''] = app.answered
    return await finished(command, args, { cwd: folder, env: { ...env, PORT: port, KEFU_MOCK: origin } })
  } finally {
    await app.end()
    await mock.end()
  }
}
