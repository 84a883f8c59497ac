/** Declarations as a reader needs them: the head of a function without its body, a type without its comments. */
import ts from 'typescript'
import { results } from './results.ts'

/** Of a function, as it is declared or held by a constant. */
export type Callable = ts.FunctionDeclaration | ts.ArrowFunction | ts.MethodSignature

const WIDTH = 84

export const callableOf = (node: ts.Declaration): Callable | undefined => {
  if (ts.isFunctionDeclaration(node)) return node
  if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer))
    return node.initializer
  return undefined
}

/** `name<T>(a: A, b?: B): C`, over several lines where it is long. */
export function signatureOf(name: string, callable: Callable): string {
  const generics = genericsOf(callable)
  const parameters = callable.parameters.map(parameterOf)
  const result = resultOf(name, callable)
  const line = `${name}${generics}(${parameters.join(', ')}): ${result}`
  if (line.length <= WIDTH) return line
  return `${name}${generics}(\n${parameters.map(it => `  ${it},\n`).join('')}): ${result}`
}

/** Of a method, as the type of a function. */
export const functionType = (method: ts.MethodSignature): string =>
  `${genericsOf(method)}(${method.parameters.map(parameterOf).join(', ')}) => ${method.type ? plain(method.type) : 'void'}`

const genericsOf = ({ typeParameters }: Callable) =>
  typeParameters?.length ? `<${typeParameters.map(plain).join(', ')}>` : ''

function resultOf(name: string, { type }: Callable): string {
  const result = type ? plain(type) : results[name]
  if (result === undefined)
    throw new Error(`${name} says no type of what it answers: write it there, or in reference/results.ts.`)
  return result
}

/** What is taken apart has the name of its type, or `options`. */
function parameterOf({ name, type, initializer, questionToken, dotDotDotToken }: ts.ParameterDeclaration): string {
  const typed = type ? plain(type) : initializer && ts.isStringLiteral(initializer) ? 'string' : 'unknown'
  const word = ts.isIdentifier(name) ? name.text : nameFor(typed)
  return `${dotDotDotToken ? '...' : ''}${word}${initializer || questionToken ? '?' : ''}: ${typed}`
}

function nameFor(type: string): string {
  const [, first = ''] = /^([A-Z]\w*)(<.*>)?$/.exec(type) ?? []
  return !first || /Options$/.test(first) ? 'options' : first.charAt(0).toLowerCase() + first.slice(1)
}

/** On one line, without comments. */
export const plain = (node: ts.Node): string =>
  withoutComments(node.getText())
    // Members that the end of a line parts.
    .replace(/([^\s{([,|&<=>?:;])[ \t]*\n\s*(?=[\w'"[])/g, '$1; ')
    .replace(/\s+/g, ' ')
    .replace(/([[(]) /g, '$1')
    .replace(/,? ([\])])/g, '$1')
    .replace(/^\| /, '')

/** A constant, with its type where that is said. */
export function constantOf(name: string, node: ts.Node): string {
  if (!ts.isVariableDeclaration(node)) return name
  const { type, initializer } = node
  const said = type ?? (initializer && ts.isSatisfiesExpression(initializer) ? initializer.type : undefined)
  return `const ${name}${said ? `: ${plain(said)}` : ''}`
}

/** As it stands in the source, without `export` and comments. */
export const printed = (node: ts.Node): string => withoutComments(node.getText()).replace(/^export /, '')

const withoutComments = (text: string) =>
  text.replace(/\n?[ \t]*\/\*\*[\s\S]*?\*\/[ \t]*/g, '').replace(/^[ \t]*\/\/.*\n/gm, '')
