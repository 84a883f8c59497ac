/** What each choice changes in how Echat pushes. Messages are read by fast-xml-parser, which the kit does not use. */
import { XMLParser } from 'fast-xml-parser'
import { echat as vendor } from '../schemas/index.ts'
import type { Choose } from '../src/wire/wire.ts'
import { type Chosen, exampleOf, received, sending, sent, type Tree } from './push-choices.ts'

const reader = new XMLParser({ parseTagValue: false, trimValues: false, isArray: tag => tag === 'staffKpi' })

const xml = (push: string, choose: Choose, name?: string) =>
  sent(vendor, push, exampleOf(vendor, push, name), choose).body as string

/** What an outside reader finds in it. */
const read = (push: string, choose: Choose, name?: string): Tree => reader.parse(xml(push, choose, name)).xml

const of = (value: unknown, ...keys: string[]) => keys.map(it => (value as Tree)[it])

const http = (choose: Choose) => sent(vendor, 'companyStatus', exampleOf(vendor, 'companyStatus'), choose)

const answers: [number, string][] = [
  [200, 'success'],
  [200, 'success\n'],
  [201, 'success'],
  [200, '{"msg":"SUCCESS"}'],
  [500, 'success'],
]

const [printed, all, none] = [
  '<staffId>1556</staffId><staffLogname><![CDATA[16000000001]]></staffLogname>',
  '<staffId><![CDATA[1556]]></staffId><staffLogname><![CDATA[16000000001]]></staffLogname>',
  '<staffId>1556</staffId><staffLogname>16000000001</staffLogname>',
]
const printedStaff = (choose: Choose) => /<staffId>.*<\/staffLogname>/.exec(xml('staffStatus', choose))?.[0]

const durations = (choose: Choose) =>
  (read('chatEnd', choose).staffKpis as { staffKpi: Tree[] }).staffKpi.map(it => it.duration)

const lines = (choose: Choose) => String(of(read('leaveMsgContent', choose).chatData, 'chatContent'))
const LINES = [
  '留言开始 >>2016-08-17 10:47:01.0',
  '访客>2016-08-17 10:47:08',
  '请回电',
  '留言结束 >>2016-08-17 10:51:12.0',
]

export const echatChoices: Chosen[] = [
  ['retries', 'none', it => sending(vendor, it).delays, [5_000, 15_000, 60_000], []],
  ['retries', '0,90', it => sending(vendor, it).delays, [5_000, 15_000, 60_000], [0, 90_000]],
  ['retrySignature', 'same', it => sending(vendor, it).repeatsBytes, false, true],
  ['timeout', '2', it => sending(vendor, it).timeout, 5_000, 2_000],
  ['acknowledgement', 'lenient', it => received(vendor, it, answers), answers.slice(0, 2), answers.slice(0, 4)],
  ['ordering', 'overtaking', it => sending(vendor, it).holdsUp, 'conversation', 'nothing'],
  ['ordering', 'blocking', it => sending(vendor, it).holdsUp, 'conversation', 'endpoint'],
  ['timestamp', 'seconds', it => http(it).query.timestamp, '1700000000123', '1700000000'],
  ['cdata', 'all', printedStaff, printed, all],
  ['cdata', 'none', printedStaff, printed, none],
  [
    'contentType',
    'application/xml',
    it => http(it).headers,
    { 'content-type': 'text/xml; charset=utf-8' },
    { 'content-type': 'application/xml; charset=utf-8' },
  ],
  ['contentType', 'none', it => http(it).headers, { 'content-type': 'text/xml; charset=utf-8' }, {}],
  [
    'msgIdAndTm',
    'asPrinted',
    it => ['chatAnswer', 'chatScore', 'crmStatus', 'chatEnd', 'chatStart'].map(push => read(push, it).msgId),
    ['39086101', '39116641', '39086101', '39113876', '39113876'],
    [undefined, undefined, undefined, undefined, '39113876'],
  ],
  ['tmUnit', 'seconds', it => read('chatEnd', it).tm, '1563864422482', '1563864422'],
  [
    'chatEndType',
    'text',
    it => [
      ...of(read('chatEnd', it).chatData, 'chatEndType'),
      ...of(read('robotChatEnd', it).chatData, 'chatEndType'),
      ...of(read('chatEnd', it, 'chatEndType as text').chatData, 'chatEndType'),
    ],
    ['2', '16', '客服关闭'],
    ['客服关闭', '机器人手动转人工结束', '客服关闭'],
  ],
  [
    'skillName',
    'skillNanme',
    it => of(read('skillStatus', it), 'skillName', 'skillNanme'),
    ['订单组', undefined],
    [undefined, '订单组'],
  ],
  ['lineBreaks', 'lineFeed', lines, LINES.join('\\n'), LINES.join('\n')],
  ['kpiDuration', 'milliseconds', durations, ['35', '35'], ['35000', '35000']],
  [
    'systemAssigner',
    'empty',
    it => [
      of(read('leaveMsgOwner', it, 'assigned by the system'), 'staffLogname', 'staffName'),
      of(read('leaveMsgOwner', it), 'staffName'),
    ],
    [[undefined, undefined], ['陈一诺']],
    [['', ''], ['陈一诺']],
  ],
]
