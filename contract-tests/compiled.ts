/** Programs that are texts, and files of the repository, compiled as one strict program: the sources behind them are read and checked once. */
import { resolve } from 'node:path'
import ts from 'typescript'

/** Where the texts lie as the compiler sees it. Nothing is written there. */
const FOLDER = resolve('contract-tests/.compiled')

/** The sources behind the doors of the package. */
const paths = {
  'kefu-kit': [resolve('src/index.ts')],
  'kefu-kit/mock': [resolve('mocks/index.ts')],
  'kefu-kit/vitest': [resolve('mocks/testing/vitest.ts')],
  'kefu-kit/verify': [resolve('contract-tests/conformance/index.ts')],
  'kefu-kit/contracts': [resolve('schemas/published.ts')],
  'kefu-kit/contracts/*': [resolve('schemas/*/index.ts')],
}

export interface Compiled {
  program: ts.Program
  /** What the compiler says of these, texts or files. What is wrong with other sources is for `npm run check` to tell. */
  complaints(names: readonly string[]): string[]
}

/** `texts` by name, which may have folders in it and ends with `.ts`; `files` below the repository. */
export function compiled(texts: ReadonlyMap<string, string>, files: readonly string[]): Compiled {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files }, ts.sys, '.')
  const nameOf = (text: string) => resolve(FOLDER, text)
  const known = new Map([...texts].map(([name, text]) => [nameOf(name), text]))
  const program = ts.createProgram([...known.keys(), ...files], { ...options, paths }, hostWith(known, options))
  const wrong = program.getOptionsDiagnostics()
  return {
    program,
    complaints: names =>
      [...wrong, ...names.flatMap(it => diagnosticsOf(program, texts.has(it) ? nameOf(it) : it))].map(said),
  }
}

/** A host that has these texts besides what is on the disk. */
function hostWith(texts: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  return {
    ...host,
    fileExists: file => texts.has(file) || host.fileExists(file),
    directoryExists: folder => folder.startsWith(FOLDER) || ts.sys.directoryExists(folder),
    readFile: file => texts.get(file) ?? host.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = texts.get(file)
      return text === undefined ? host.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version)
    },
  }
}

function diagnosticsOf(program: ts.Program, name: string): readonly ts.Diagnostic[] {
  const file = program.getSourceFile(name)
  if (!file) throw new Error(`${name} was not compiled.`)
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
}

function said({ file, start = 0, messageText }: ts.Diagnostic): string {
  const place = file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ` : ''
  return place + ts.flattenDiagnosticMessageText(messageText, ' ')
}
