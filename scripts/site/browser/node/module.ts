/** Stands in for `node:module` in the browser: what the wire loads when it needs it is there from the start. */
import { parseTree, printParseErrorCode, visit } from 'jsonc-parser'
import { SaxesParser } from 'saxes'

const packages: Readonly<Record<string, unknown>> = {
  'jsonc-parser': { parseTree, printParseErrorCode, visit },
  saxes: { SaxesParser },
}

export const createRequire = () => (name: string) => packages[name]
