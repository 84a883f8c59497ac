/** Values that are sound and that something on the way tends to spoil. */
import type { Case, Sending } from '../../case.ts'
import { grouped, remarked, started } from './group.ts'

type Text = Pick<Case, 'title' | 'why' | 'source'> & { severity?: Case['severity']; send: Sending | readonly Sending[] }

const transcript = (text: string): Sending => ({ push: 'chatContent', set: { 'chatData.chatContent': text } })

const all: Record<string, Text> = {
  emoji: {
    title: 'A text with emoji is acknowledged',
    why: 'Visitors write them in every second conversation; a database of three bytes a character refuses them.',
    source: '3.2.5',
    send: [transcript('好的😀👍🏽👨‍👩‍👧🇨🇳'), remarked('满意😀')],
  },
  'rare-characters': {
    title: 'A text with rare Chinese characters is acknowledged',
    why: 'Names are written with characters beyond the first plane, which need four bytes in UTF-8.',
    source: '3.2.1',
    send: { ...started, set: { 'visitorData.visitorName': '𠮷野𡃁䶮' } },
  },
  'cdata-end': {
    title: 'A text that holds ]]> is acknowledged',
    why: 'It cannot stand inside CDATA, so a writer splits the section: a text in two parts is still one text.',
    source: 'XML 1.0, 2.7',
    send: { ...remarked('a[b[0]]>1'), choose: { cdata: 'all' } },
  },
  markup: {
    title: 'A text that looks like markup is acknowledged',
    why: 'Visitors paste pages and code: inside CDATA that is text, and what reads it as elements breaks.',
    source: 'XML 1.0, 2.7',
    send: {
      ...transcript('<b>您好</b> <xml><msgId>1</msgId></xml> <!-- --> &amp; &lt; &#65; &nbsp;'),
      choose: { cdata: 'all' },
    },
  },
  'escaped-markup': {
    title: 'A text whose signs are escaped instead of standing in CDATA is acknowledged',
    why: 'The document prints values without CDATA beside others with it, and such a value can only be escaped.',
    source: 'XML 1.0, 2.4',
    send: { ...transcript('<b>您好</b> & "Nora" > \'访客\''), choose: { cdata: 'none' } },
  },
  'line-breaks': {
    title: 'A text with line feeds, carriage returns and tabs is acknowledged',
    why: 'A transcript has many lines, and nothing says that they are always parted as in the example.',
    source: 'echat.lineBreaks',
    send: transcript('访客>2016-08-17 10:47:08\n您好\r\n价格\t100\r完'),
  },
  'leading-zero-id': {
    title: 'Ids that differ by a leading zero are both acknowledged, and are two messages',
    why: 'An id is text: what reads it as a number drops the zero and takes the second message for the first.',
    source: '3.2.6',
    send: [
      { ...started, set: { msgId: draw => `0${draw.same('message')}` }, label: 'with the zero' },
      { ...started, set: { msgId: draw => draw.same('message') }, label: 'without it' },
    ],
  },
  'nineteen-digit-id': {
    title: 'Ids of nineteen digits that differ in the last are both acknowledged, and are two messages',
    why: 'Beyond 2^53 a number of JavaScript or JSON has no last digit: two messages become one.',
    source: '3.2.1',
    send: [
      { ...started, set: { msgId: draw => `9007199254${draw.same('message').slice(1)}2` }, label: 'ends in 2' },
      { ...started, set: { msgId: draw => `9007199254${draw.same('message').slice(1)}3` }, label: 'ends in 3' },
    ],
  },
  'empty-values': {
    title: 'Empty values are acknowledged',
    why: 'The document itself prints empty elements; an empty text is neither absent nor null.',
    source: '3.2.1',
    send: [
      { ...started, set: { myData: '', 'visitorData.keyword': '', 'visitorData.referPage': '' }, label: 'chatStart' },
      { ...remarked(''), label: 'chatSubject' },
    ],
  },
  'one-staff-member': {
    title: 'A list with a single element is acknowledged',
    why: 'Most readers of XML make a list only of an element that repeats, so the usual case is not the one that was tried.',
    source: '3.2.2',
    send: [
      {
        push: 'chatEnd',
        set: {
          'staffKpis.staffKpi': [
            {
              staffId: '14',
              staffLogname: '16000000001',
              staffName: '陈一诺',
              firstAnswerTime: '2',
              avgAnswerTime: '5',
              visitorSendMsg: '25',
              staffSendMsg: '35',
              duration: '35',
            },
          ],
        },
        label: 'one staffKpi',
      },
      { push: 'visitorTrackPage', example: 'page without alias', label: 'one pageData' },
    ],
  },
  'long-text': {
    title: 'A transcript of 100 KB is acknowledged',
    why: 'Conversations last for hours, and the limit of many servers is 100 KB unless somebody raises it.',
    source: '3.2.5',
    severity: 'should',
    send: transcript('长'.repeat(34_200)),
  },
  'one-mebibyte': {
    title: 'A message of nearly a mebibyte is acknowledged',
    why: 'No limit is documented: what is refused for its size comes again, and is lost in the end.',
    source: '3.2.5',
    severity: 'may',
    send: transcript('长'.repeat(250_000)),
  },
}

export const texts = grouped(
  'texts',
  Object.entries(all).map(([name, { title, why, source, severity = 'must', send }]) => ({
    id: `echat.${name}`,
    title,
    why,
    source,
    severity,
    steps: [{ send, expect: 'acknowledged' }],
  })),
)
