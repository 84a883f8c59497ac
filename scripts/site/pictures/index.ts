/** Every picture by its name, for texts that ask for one: `<!-- picture: envelope -->`. */
import { scenarios } from '../../../mocks/scenarios/index.ts'
import { nearest } from '../../../src/wire/nearest.ts'
import type { Html } from '../html.ts'
import type { Language } from '../page.ts'
import { vendors } from '../sections.ts'
import { envelopeLayout } from './envelope.ts'
import { retrySequence, sequence } from './sequences.ts'
import { customerStates } from './states.ts'
import { timeline } from './timeline.ts'

export { customerStates, envelopeLayout, retrySequence, sequence, timeline }

type Drawing = (language: Language) => Html | Promise<Html>

const drawings: ReadonlyMap<string, Drawing> = new Map<string, Drawing>([
  ['envelope', envelopeLayout],
  ['customer-states', customerStates],
  ['sequence-retries', retrySequence],
  ...scenarios.map(({ id }): [string, Drawing] => [`sequence-${id}`, language => sequence(id, language)]),
  ...vendors.filter(it => it.push).map((it): [string, Drawing] => [`timeline-${it.id}`, language => timeline(it, language)]),
]) // biome-ignore format: one kind a line

export const pictureNames: readonly string[] = [...drawings.keys()]

/** `envelope`, `customer-states`, `timeline-<vendor>`, `sequence-<scenario>`, `sequence-retries`; in the element with id `picture-<name>`. Rejects when there is no such picture. */
export async function pictureNamed(name: string, language: Language): Promise<Html> {
  const drawing = drawings.get(name)
  if (!drawing) throw new Error(`There is no picture ${JSON.stringify(name)}; ${nearest(name, pictureNames)}`)
  return drawing(language)
}
