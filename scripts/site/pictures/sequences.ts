/** The sequence diagrams of the scenarios, from what a world really sent and a receiver really answered. */
import { named } from '../../../mocks/control/named.ts'
import type { Scenario } from '../../../mocks/scenarios/define.ts'
import { scenarios } from '../../../mocks/scenarios/index.ts'
import type { Sent } from '../../../mocks/world/attempts.ts'
import { contractOf } from '../../../schemas/contracts.ts'
import type { Html } from '../html.ts'
import type { Both, Language } from '../page.ts'
import { vendorName, vendors } from '../sections.ts'
import { runOf, START } from './run.ts'
import { scenarioWords } from './scenario-words.ts'
import { type Attempt, drawnSequence, type Sequence } from './sequence.ts'

/** Every build needs each run twice, once for each language. */
const runs = new Map<string, Promise<readonly Sent[]>>()

function known(id: string, refusals: number) {
  const key = `${id} ${refusals}`
  const run = runs.get(key) ?? runOf(id, refusals)
  runs.set(key, run)
  return run
}

/** Throws where somebody added a scenario and nothing to call it by. */
export function scenarioText(scenario: Scenario, language: Language): { title: string; summary: string } {
  const words = scenarioWords[scenario.id]
  if (!words) throw new Error(`The scenario ${scenario.id} has no words in scripts/site/pictures/scenario-words.ts.`)
  return language === 'en'
    ? { title: words.title, summary: scenario.summary }
    : { title: scenario.title, summary: words.summary }
}

/** Of one conversation that is acknowledged throughout. Rejects with name-unknown. */
export async function sequence(scenarioId: string, language: Language): Promise<Html> {
  const scenario = named(scenarios, scenarioId, 'is a scenario')
  const { title, summary } = scenarioText(scenario, language)
  return drawnSequence(
    await played(scenario, 0, { name: `sequence-${scenario.id}`, title, about: summary }, language),
    language,
  )
}

/** How often the receiver refuses in the picture of retries. */
const REFUSALS = 2

const retried: Record<'title' | 'about', Both> = {
  title: { en: 'Refused twice, then acknowledged', zh: '两次未确认，第三次成功' },
  about: {
    en: 'The handler fails twice, so the first push is sent again after 5 and after 15 seconds, as we assume of Echat; what belongs to the same visit comes after it.',
    zh: '处理程序失败两次，第一条推送在 5 秒后和再过 15 秒后各重发一次（一洽的重发间隔是我们的假设）；同一次访问的其他推送排在它后面。',
  },
}

/** Of Echat's shortest story, with failures at its beginning. */
export async function retrySequence(language: Language): Promise<Html> {
  const words = { title: retried.title[language], about: retried.about[language] }
  const scenario = named(scenarios, 'browse-only', 'is a scenario')
  return drawnSequence(await played(scenario, REFUSALS, { name: 'sequence-retries', ...words }, language), language)
}

async function played(
  scenario: Scenario,
  refusals: number,
  words: Pick<Sequence, 'name' | 'title' | 'about'>,
  language: Language,
): Promise<Sequence> {
  const sent = await known(scenario.id, refusals)
  const ours = scenario.vendors.flatMap(id => vendors.filter(it => it.id === id))
  return {
    ...words,
    vendors: ours.map(it => ({ id: it.id, name: vendorName(it, language) })),
    attempts: sent.map(attemptOf),
  }
}

function attemptOf({ at, vendor: id, push = '', attempt, acknowledged, status }: Sent): Attempt {
  const vendor = vendors.find(it => it.id === id)
  const contract = vendor && contractOf(vendor, 'push', push)?.contract
  const answer = acknowledged ? `${status} ${vendor?.push?.acknowledgement.answer.body ?? ''}` : `${status}`
  return {
    at: at - START,
    vendor: id,
    push,
    title: contract?.title ?? '',
    summary: contract?.summary ?? '',
    attempt,
    acknowledged,
    answer: answer.trim(),
  }
}
