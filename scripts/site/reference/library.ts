/** The doors with what they export: described where it is declared behind the door, else only named. */
import { type Described, described, type Said } from './described.ts'
import { openingOf } from './docstring.ts'
import { type Door, doorOf, doors } from './doors.ts'
import { exportedFrom } from './exported.ts'

export interface Listed extends Door {
  /** The sentence that its file begins with. */
  says: Said
  shown: readonly Described[]
  /** Types of its own that are named only. */
  named: readonly string[]
  /** What it passes on from behind another door. */
  passed: readonly { name: string; door: string; shown: boolean }[]
}

/** What is called first, then what it takes and answers. */
const order: readonly Described['kind'][] = ['function', 'class', 'constant', 'interface', 'type']

export const library: readonly Listed[] = doors.map(door => {
  const all = exportedFrom(door.file).map(it => ({ name: it.name, door: doorOf(it.file), what: described(it) }))
  const own = all.filter(it => it.door === door.name)
  return {
    ...door,
    says: { key: door.name, text: openingOf(door.file) },
    shown: own.flatMap(it => it.what ?? []).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    named: own.filter(it => !it.what).map(it => it.name),
    passed: all
      .filter(it => it.door !== door.name)
      .map(({ name, door, what }) => ({ name, door, shown: what !== undefined })),
  }
})

/** Every English text of the page, by the key of its Chinese one. */
export const libraryTexts: ReadonlyMap<string, string> = new Map(
  library
    .flatMap(({ says, shown }) => [says, ...shown.flatMap(it => [it.says, ...it.members.map(member => member.says)])])
    .flatMap(it => (it ? [[it.key, it.text] as const] : [])),
)
