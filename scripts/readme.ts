/** Fills the generated regions of the READMEs: the table of vendors. */
import { existsSync, readFileSync } from 'node:fs'
import { casesOf } from '../contract-tests/conformance/cases/index.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'

const START = '<!-- generated: vendors -->'
const END = '<!-- /generated -->'

const headings: Record<string, string[]> = {
  'README.md': [
    'Vendor',
    'Operations you call',
    'Pushes you receive',
    'Proof on the wire',
    'Acknowledged by',
    'Cases of the suite',
    'Errata',
    'Assumptions',
  ],
  'README.zh-CN.md': ['厂商', '可调用的接口', '可接收的推送', '签名与加密', '确认方式', '测试用例', '勘误', '假设'],
}

/** Each README that exists, as it should read. */
export const withRegions = (vendors: readonly Vendor[]): [file: string, text: string][] =>
  Object.entries(headings).flatMap(([file, heading]) => {
    const path = new URL(`../${file}`, import.meta.url)
    if (!existsSync(path)) return []
    const text = readFileSync(path, 'utf8')
    const [before, after] = [text.indexOf(START), text.indexOf(END)]
    if (before < 0 || after < before) throw new Error(`${file} has no region ${START} … ${END}`)
    return [[file, `${text.slice(0, before + START.length)}\n${table(vendors, heading)}\n${text.slice(after)}`]]
  })

const table = (vendors: readonly Vendor[], heading: string[]) =>
  [heading, heading.map(() => '---'), ...vendors.map(row)].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const row = (vendor: Vendor) => [
  `${vendor.id} ${vendor.title}`,
  String(contracts(vendor, 'operation').length || '–'),
  String(contracts(vendor, 'push').length || '–'),
  Object.keys(vendor.security ?? {})
    .map(it => `\`${it}\``)
    .join(', ') || '–',
  acknowledged(vendor),
  String(casesOf(vendor).length || '–'),
  String(vendor.errata.length),
  String(Object.keys(vendor.assumptions).length),
]

function acknowledged({ push }: Vendor): string {
  if (!push) return '–'
  const { status, text, json } = push.acknowledgement.accepts
  const body = text ? ` \`${text}\`` : json && !json[0]?.optional ? ` \`${json[0]?.field}\` ${json[0]?.values[0]}` : ''
  return `${status}${body}`
}
