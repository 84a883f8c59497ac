/** The fast lane of the XML reader: elements that hold elements or one run of text. Whatever else there is, the full parser reads. */
import type { Tree } from './xml-tree.ts'

/** Names of ASCII letters, and no attributes. */
const NAME = '([A-Za-z_][A-Za-z0-9_.-]*)'
/** What no text may hold here: carriage returns, which a reader has to normalise, and what XML cannot carry. */
const ODD = '\\0-\\x08\\x0b-\\x1f\\uFFFE\\uFFFF'
/** One run of text, or one CDATA section without `]`. */
const LEAF = new RegExp(`<${NAME}>(?:<!\\[CDATA\\[([^\\]${ODD}]*)\\]\\]>|([^<&\\]${ODD}]*))</\\1>[\\t\\n ]*`, 'y')
const OPEN = new RegExp(`<${NAME}>[\\t\\n ]*`, 'y')
const CLOSE = new RegExp(`</${NAME}>[\\t\\n ]*`, 'y')

/**
 * Feeds the tree and is true when the whole text is well-formed and of the plain kind. False says nothing about the text: the full
 * parser has to judge it, with a new tree.
 */
export function readPlain(text: string, tree: Tree): boolean {
  const open: string[] = []
  let at = 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  do {
    const leaf = match(LEAF)
    if (leaf) tree.leaf(leaf[1] as string, leaf[2] ?? (leaf[3] as string))
    else {
      const name = match(OPEN)?.[1]
      if (name !== undefined) {
        open.push(name)
        tree.open(name)
      } else if (open.length && match(CLOSE)?.[1] === open.pop()) tree.close()
      else return false
    }
  } while (open.length)
  return at === text.length
}
