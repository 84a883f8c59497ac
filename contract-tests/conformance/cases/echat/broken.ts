/** Messages that cannot be read, all of them signed soundly; after each the handler goes on. */
import { type Case, type Sending, sound } from '../../case.ts'
import { grouped, started } from './group.ts'

type Broken = Pick<Case, 'title' | 'why' | 'source' | 'severity'> & { send: Sending | readonly Sending[] }

const lost = 'What cannot be read and is acknowledged all the same is lost; what is refused comes again.'

const all: Record<string, Broken> = {
  'not-xml': {
    title: 'What is no XML is refused',
    why: lost,
    source: '1',
    severity: 'must',
    send: [
      { ...started, text: { whole: '{"msgId":"39113876"}' }, label: 'JSON' },
      { ...started, text: { whole: 'msgId=39113876' }, label: 'a form' },
      { ...started, text: { whole: '<html><body>502 Bad Gateway<br></body></html>' }, label: 'an HTML page' },
    ],
  },
  'cut-off-text': {
    title: 'A message that ends in the middle is refused',
    why: 'Half a message that is acknowledged is a lost one.',
    source: '1',
    severity: 'must',
    send: [
      { ...started, text: { keep: 0.5 }, label: 'half of it' },
      { ...started, text: { keep: 5 }, label: '<xml> alone' },
    ],
  },
  'empty-body': {
    title: 'An empty body is refused',
    why: 'Nothing was received, so nothing may be acknowledged.',
    source: '1',
    severity: 'must',
    send: { ...started, body: { whole: '' } },
  },
  'closed-wrongly': {
    title: 'A message whose elements are not closed as they were opened is refused',
    why: 'The document prints some that no parser can read; what a lenient one makes of them is a guess.',
    source: 'erratum Q06',
    severity: 'should',
    send: { ...started, text: { replace: [['</chatStatus>', '</chatStatsu>']] } },
  },
  'not-utf8': {
    title: 'A message that is not UTF-8 is refused',
    why: 'What is read as UTF-8 all the same holds question marks in place of names, for good.',
    source: 'XML 1.0, 4.3.3',
    severity: 'should',
    send: [
      {
        ...started,
        choose: { cdata: 'all' },
        text: { bytes: 'cdf5b1a6c7bf', behind: '<visitorName><![CDATA[' },
        label: 'GBK',
      },
      { ...started, text: { bytes: 'fffe' }, label: 'a byte order mark of UTF-16' },
    ],
  },
  'control-character': {
    title: 'A message with a character that XML cannot carry is answered',
    why: 'A parser stops there, or a database does later; the handler has to go on either way.',
    source: 'XML 1.0, 2.2',
    severity: 'must',
    send: { ...started, choose: { cdata: 'all' }, text: { bytes: '00', behind: '<visitorName><![CDATA[' } },
  },
  get: {
    title: 'A GET of the address is no message, and not acknowledged',
    why: 'Browsers, monitors and crawlers call addresses too, and Echat sends messages by POST alone.',
    source: '1',
    severity: 'should',
    send: { ...started, method: 'GET' },
  },
}

/** Those of which only an answer can be expected. */
const answeredOnly = ['control-character']

export const broken = grouped(
  'broken messages',
  Object.entries(all).map(([name, { title, why, source, severity, send }]) => ({
    id: `echat.${name}`,
    title,
    why,
    source,
    severity,
    steps: [{ send, expect: answeredOnly.includes(name) ? 'answered' : 'refused' }, sound],
  })),
)
