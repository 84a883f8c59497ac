/** What a door exports: read off the sources, file by file as `export … from` leads, without checking types. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import { fromRoot } from './doors.ts'

export interface Declared {
  name: string
  /** Below the repository. */
  file: string
  node: ts.Declaration
}

const parsed = new Map<string, ts.SourceFile>()

export function sourceOf(file: string): ts.SourceFile {
  let source = parsed.get(file)
  if (!source) {
    source = ts.createSourceFile(file, readFileSync(fromRoot(file), 'utf8'), ts.ScriptTarget.Latest, true)
    parsed.set(file, source)
  }
  return source
}

/** In the order of the file; what it adds to the interfaces of another package stands among them. */
export const exportedFrom = (file: string): Declared[] =>
  sourceOf(file).statements.flatMap(it => {
    if (ts.isExportDeclaration(it)) return passedOn(it, file)
    if (ts.isModuleDeclaration(it) && it.body && ts.isModuleBlock(it.body))
      return it.body.statements.flatMap(inner => declaredBy(inner, file))
    return isExported(it) ? declaredBy(it, file) : []
  })

/** Whatever a file knows by that name: it is declared there, or imported. */
export function declarationOf(name: string, file: string): Declared | undefined {
  for (const it of sourceOf(file).statements) {
    const own = declaredBy(it, file).find(declared => declared.name === name)
    if (own) return own
    if (!ts.isImportDeclaration(it)) continue
    const bindings = it.importClause?.namedBindings
    const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : []
    const imported = named.find(element => element.name.text === name)
    const from = target(it.moduleSpecifier, file)
    if (imported && from)
      return exportedFrom(from).find(declared => declared.name === (imported.propertyName ?? imported.name).text)
  }
  return undefined
}

const isExported = (it: ts.Statement) =>
  ts.canHaveModifiers(it) && ts.getModifiers(it)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

function declaredBy(it: ts.Statement, file: string): Declared[] {
  if (ts.isVariableStatement(it))
    return it.declarationList.declarations.map(node => ({ name: node.name.getText(), file, node }))
  const named =
    ts.isFunctionDeclaration(it) ||
    ts.isClassDeclaration(it) ||
    ts.isInterfaceDeclaration(it) ||
    ts.isTypeAliasDeclaration(it)
  return named && it.name ? [{ name: it.name.text, file, node: it }] : []
}

function passedOn({ moduleSpecifier, exportClause }: ts.ExportDeclaration, file: string): Declared[] {
  const from = target(moduleSpecifier, file)
  if (!from) return []
  const all = exportedFrom(from)
  if (!exportClause || !ts.isNamedExports(exportClause)) return all
  return exportClause.elements.map(({ name, propertyName }) => {
    const found = all.find(it => it.name === (propertyName ?? name).text)
    if (!found) throw new Error(`${file} exports ${name.text}, which ${from} does not have.`)
    return { ...found, name: name.text }
  })
}

const target = (specifier: ts.Expression | undefined, file: string) =>
  specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')
    ? posix.join(posix.dirname(file), specifier.text)
    : undefined
