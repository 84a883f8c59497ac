/** What Sobot answers to a request that it refuses: the codes of chapter 5. */
import type { ErrorCode } from '../../schemas/define.ts'
import { sobot as vendor } from '../../schemas/index.ts'
import type { Violation } from '../../src/wire/check.ts'
import type { KefuError, ProblemCode } from '../../src/wire/errors.ts'
import type { Exchange } from '../exchange.ts'
import { messageOf } from '../refusals.ts'
import type { Side } from '../sides.ts'
import type { World } from '../world/world.ts'

/** Credentials are refused in the catalogue's words alone, as the vendor does; everything else is explained after them. */
const silent: { [code in ProblemCode]?: string } = {
  'credential-missing': '900001',
  'credential-expired': '900002',
  'credential-unknown': '900004',
  'signature-missing': '900003',
  'signature-wrong': '900003',
}
/** Refused by whatever stands in front of the vendor's application, and so with a status of its own. */
const outside: ProblemCode[] = [
  'request-malformed',
  'route-unknown',
  'method-wrong',
  'content-type-wrong',
  'body-too-large',
]
/** A name that is missing has a code of its own where the operation can answer one of these. */
const unnamed = ['510005', '510006']
/** Fields that have a code of their own when they are too long. */
const long: Record<string, string> = { name: '510007', param_name: '510008' }

export const refuse: Side['refuse'] = (error, { world, operation }) => {
  const plain = silent[error.code]
  if (plain) return failing(plain, messageOf(vendor, plain), world)
  const ret_code = error.code === 'contract-violated' ? codeOf(error, operation, world) : '999999'
  const status = outside.includes(error.code) ? error.status : 200
  return { status, body: { ret_code, ret_msg: `${messageOf(vendor, ret_code)}: ${error.message}` } }
}

/** A failure of the catalogue, with the status and the words that the world chose for it. */
export const fail: NonNullable<Side['fail']> = ({ code, message }, { world }) => failing(String(code), message, world)

/** The first field that is wrong decides; a code that the operation cannot answer gives way to the unknown exception. */
function codeOf({ violations: [first] }: KefuError, operation: Exchange['operation'], world: World): string {
  if (!first || !operation) return '999999'
  const { fails = [] } = operation.contract
  const code =
    ownCode(first, fails) ?? (first.kind === 'missing' ? world.switches.choice(vendor, 'missingFieldCode') : '999999')
  return fails.includes(code) ? code : '999999'
}

function ownCode({ path, kind }: Violation, fails: readonly ErrorCode[]): string | undefined {
  if (kind === 'missing') return path === 'name' || path === '' ? unnamed.find(it => fails.includes(it)) : undefined
  return kind === 'long' && Object.hasOwn(long, path) ? long[path] : undefined
}

function failing(code: string, message: string, { switches }: World) {
  const unauthorised = ['900001', '900002'].includes(code) && switches.choice(vendor, 'errorStatus') === '401'
  const asPrinted = code === '900004' && switches.choice(vendor, 'tokenChecks') === 'documentText'
  const ret_msg = asPrinted ? message.replace(/!$/, '') : message
  return { status: unauthorised ? 401 : 200, body: { ret_code: code, ret_msg } }
}
