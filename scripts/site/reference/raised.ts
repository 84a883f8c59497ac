/** Which parts of the kit raise an error: found in the sources, where a KefuError is made with its code. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import type { ProblemCode } from '../../../src/wire/errors.ts'
import type { Both } from '../page.ts'
import { fromRoot } from './doors.ts'
import { sourceOf } from './exported.ts'

/** The first part whose folder or file the source lies in. */
const parts: readonly [begins: string, name: Both][] = [
  ['src/receive', { en: 'receivers', zh: '接收端' }],
  ['src/call', { en: 'clients', zh: '客户端' }],
  ['src/explain', { en: 'the doctor of signatures', zh: '签名诊断' }],
  ['src/store', { en: 'the state file', zh: '状态文件' }],
  ['src/cli', { en: 'the command', zh: '命令行' }],
  ['src/wire', { en: 'both ends of the wire', zh: '收发双方共用的编解码' }],
  ['mocks/testing', { en: 'the mock inside a test', zh: '测试中的模拟服务' }],
  ['mocks/deliver', { en: 'the sender of pushes', zh: '推送的发送方' }],
  ['mocks/replay', { en: 'the replay of recordings', zh: '录制的重放' }],
  ['mocks/control', { en: 'the control interface of the mock', zh: '模拟服务的控制接口' }],
  ['mocks', { en: 'the mock server', zh: '模拟服务' }],
  ['contract-tests/conformance', { en: '`verify` and `audit`', zh: '`verify` 和 `audit`' }],
]

function gathered(): Map<string, Both[]> {
  const found = new Map<string, Both[]>()
  for (const file of ['src', 'mocks', 'contract-tests/conformance'].flatMap(filesIn))
    for (const code of codesIn(file)) {
      const name = partOf(file)
      const known = found.get(code) ?? []
      if (!known.includes(name)) found.set(code, [...known, name])
    }
  return found
}

const filesIn = (folder: string): string[] =>
  readdirSync(fromRoot(folder), { withFileTypes: true, recursive: true })
    .filter(it => it.isFile() && it.name.endsWith('.ts'))
    .map(it => posix.join(folder, it.parentPath.slice(fromRoot(folder).length), it.name))
    .sort()

function partOf(file: string): Both {
  const [, name] = parts.find(([begins]) => file.startsWith(begins)) ?? []
  if (!name) throw new Error(`${file} raises errors and belongs to no part: name it in reference/raised.ts.`)
  return name
}

/** The first argument may choose between codes, `given ? 'signature-wrong' : 'signature-missing'`. */
function codesIn(file: string): string[] {
  if (!readFileSync(fromRoot(file), 'utf8').includes('new KefuError(')) return []
  const codes: string[] = []
  const look = (it: ts.Node): void => {
    if (ts.isNewExpression(it) && it.expression.getText() === 'KefuError' && it.arguments?.[0])
      codes.push(...textsIn(it.arguments[0]))
    ts.forEachChild(it, look)
  }
  look(sourceOf(file))
  return codes
}

function textsIn(it: ts.Node): ProblemCode[] {
  if (ts.isStringLiteral(it)) return [it.text as ProblemCode]
  return ts.isConditionalExpression(it) ? [...textsIn(it.whenTrue), ...textsIn(it.whenFalse)] : []
}

/** By code, the parts that make it. */
export const raised: ReadonlyMap<string, readonly Both[]> = gathered()
