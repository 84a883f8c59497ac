/** Docstrings: the text of one, and the sentence that a file begins with. */
import ts from 'typescript'
import { sourceOf } from './exported.ts'

/** Lines that belong together are one; those of a list stay. Undefined where there is none. */
export function docstringOf(node: ts.Node): string | undefined {
  const at = ts.isVariableDeclaration(node) ? node.parent.parent : node
  const last = ts.getJSDocCommentsAndTags(at).findLast(ts.isJSDoc)
  return last && textOf(last.getText())
}

export function openingOf(file: string): string {
  const [, text = ''] = /^(?:#!.*\n)?(\/\*\*[\s\S]*?\*\/)/.exec(sourceOf(file).text) ?? []
  return textOf(text)
}

const textOf = (comment: string) =>
  comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^[ \t]*\*[ \t]?/gm, '')
    .trim()
    .replace(/\n(?!- )/g, ' ')
