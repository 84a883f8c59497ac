/** What the reference of the library shows of an export: its signature, what it says of itself, its members. */
import ts from 'typescript'
import { docstringOf } from './docstring.ts'
import { doorOf } from './doors.ts'
import { type Declared, declarationOf } from './exported.ts'
import { callableOf, constantOf, functionType, plain, printed, signatureOf } from './signature.ts'

/** An English text, and the key of its Chinese one: `<door>.<export>` or `<door>.<export>.<member>`. */
export interface Said {
  key: string
  text: string
}

export interface Member {
  /** With the names of its parameters, where it is a function. */
  name: string
  optional: boolean
  type: string
  says?: Said | undefined
}

export interface Described {
  name: string
  kind: 'function' | 'class' | 'interface' | 'type' | 'constant'
  /** None for an interface: its members are the whole of it. */
  signature?: string
  says?: Said | undefined
  members: readonly Member[]
}

/** Parts of a case of the conformance suite, and what a world is inside: nobody has to fill them in. */
const plumbing = ['mock.World', 'mock.Worlds', 'verify.Sending', 'verify.Step', 'verify.Expectation']

/** Undefined for what is listed by its name only: plumbing, and types that say nothing of themselves. */
export function described(declared: Declared): Described | undefined {
  const { name, node, file } = declared
  if (plumbing.includes(`${doorOf(file)}.${name}`)) return undefined
  const says = saidOf(node, [doorOf(file), name])
  const callable = callableOf(node)
  if (callable) return { name, kind: 'function', signature: signatureOf(name, callable), says, members: [] }
  if (ts.isClassDeclaration(node))
    return { name, kind: 'class', signature: headOf(node), says, members: membersOf(declared) }
  if (ts.isInterfaceDeclaration(node)) {
    const members = membersOf(declared)
    return says || members.some(it => it.says) ? { name, kind: 'interface', says, members } : undefined
  }
  if (!says) return undefined
  if (!ts.isTypeAliasDeclaration(node))
    return { name, kind: 'constant', signature: constantOf(name, node), says, members: [] }
  return { name, kind: 'type', signature: printed(node), says, members: insideOf(declared) }
}

function saidOf(node: ts.Node, path: readonly string[]): Said | undefined {
  const text = docstringOf(node)
  return text === undefined ? undefined : { key: path.join('.'), text }
}

/** The head of a class, up to its body. */
const headOf = (node: ts.ClassDeclaration) => printed(node).slice(0, printed(node).indexOf('{')).trim()

/** Its own, then those of what it extends. */
function membersOf(declared: Declared): Member[] {
  const { name, node, file } = declared
  if (!ts.isInterfaceDeclaration(node) && !ts.isClassDeclaration(node)) return []
  const path = [doorOf(file), name]
  const parts: readonly ts.Node[] = [...node.members]
  const own = parts.flatMap(it =>
    ts.isConstructorDeclaration(it)
      ? it.parameters.filter(parameter => parameter.modifiers).flatMap(parameter => memberOf(parameter, path))
      : memberOf(it, path),
  )
  const bases = (node.heritageClauses ?? []).flatMap(it => it.types).flatMap(it => inherited(it, file))
  return [...own, ...bases.filter(base => own.every(it => it.name !== base.name))]
}

function memberOf(it: ts.Node, path: readonly string[]): Member[] {
  if (ts.isMethodSignature(it)) {
    const name = it.name.getText()
    const names = it.parameters.map(parameter => parameter.name.getText()).join(', ')
    return [
      {
        name: `${name}(${names})`,
        optional: !!it.questionToken,
        type: functionType(it),
        says: saidOf(it, [...path, name]),
      },
    ]
  }
  if (!ts.isPropertySignature(it) && !ts.isPropertyDeclaration(it) && !ts.isParameter(it)) return []
  const name = it.name.getText()
  const type = it.type ? plain(it.type) : ''
  return [{ name, optional: !!it.questionToken, type, says: saidOf(it, [...path, name]) }]
}

/** `Omit` and `Pick` are followed; what comes from elsewhere, such as Error, has no members here. */
function inherited(type: ts.ExpressionWithTypeArguments | ts.TypeNode, file: string): Member[] {
  const { name, given: [first, second] = [] } = partsOf(type)
  if (name === 'Omit' || name === 'Pick') {
    const named: readonly string[] = second?.getText().match(/[\w$]+/g) ?? []
    const members = first ? inherited(first, file) : []
    return members.filter(it => named.includes(it.name) === (name === 'Pick'))
  }
  const found = declarationOf(name, file)
  if (!found) return []
  return ts.isTypeAliasDeclaration(found.node) ? inherited(found.node.type, found.file) : membersOf(found)
}

function partsOf(type: ts.ExpressionWithTypeArguments | ts.TypeNode): {
  name: string
  given?: readonly ts.TypeNode[] | undefined
} {
  if (ts.isExpressionWithTypeArguments(type)) return { name: type.expression.getText(), given: type.typeArguments }
  return ts.isTypeReferenceNode(type) ? { name: type.typeName.getText(), given: type.typeArguments } : { name: '' }
}

/** Members somewhere inside of a type that say something of themselves, and those of the interface that it is a part of. */
function insideOf({ name, node, file }: Declared): Member[] {
  const path = [doorOf(file), name]
  const found: Member[] = []
  const look = (it: ts.Node): void => {
    if (ts.isPropertySignature(it)) found.push(...memberOf(it, path).filter(member => member.says))
    ts.forEachChild(it, look)
  }
  look(node)
  return ts.isTypeAliasDeclaration(node) ? [...found, ...inherited(node.type, file)] : found
}
