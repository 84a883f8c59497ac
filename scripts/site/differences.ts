/** In what one value differs from another, by path. */

export interface Difference {
  path: string
  /** As JSON; undefined where it is not there. */
  before: string | undefined
  after: string | undefined
}

export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ path, before: shown(before), after: shown(after) }]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(name =>
    differences(before[name], after[name], joined(path, name, Array.isArray(before))),
  )
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const joined = (path: string, name: string, isList: boolean) =>
  isList ? `${path}[${name}]` : path ? `${path}.${name}` : name

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = JSON.stringify(value)
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

const MOST = 120
