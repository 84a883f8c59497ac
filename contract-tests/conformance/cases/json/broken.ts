/** Broken messages: each is answered, whichever way, and the handler goes on. */
import { type Sending, type Step, sound } from '../../case.ts'
import { type Anatomy, under } from './anatomy.ts'

/** Answered one by one, so that it shows which of them ended the handler. */
export const survived = (...all: Sending[]): Step[] => [
  ...all.map((send): Step => ({ send, expect: 'answered' })),
  sound,
]
const whole = (text: string, label = text): Sending => ({ body: { whole: text }, label })

const DEEP = 100_000
const nested = '['.repeat(DEEP) + ']'.repeat(DEEP)

/** An unknown field, to be replaced in the text by what no object can hold. */
const PLACE = 'kefuPlace'
const withField = (name: string, value: string): Sending => ({
  set: { [PLACE]: 0 },
  body: { replace: [[`"${PLACE}":0`, `"${name}":${value}`]] },
  label: name,
})

const answered = { severity: 'must' } as const

export const broken = ({ vendor, doc, push, text }: Anatomy) => [
  ...under(vendor, 'broken messages', {
    'not-json': {
      ...answered,
      title: 'What is no JSON is answered, and the next message acknowledged',
      why: 'Scanners find every address; an exception that nobody catches ends the process and with it all pushes.',
      source: 'RFC 8259, 9',
      steps: survived(whole('kefu'), whole('<xml><a>1</a></xml>'), whole('{"a":1}{"a":1}', 'two in a row')),
    },
    'truncated-json': {
      ...answered,
      title: 'JSON that ends in the middle is answered, and the next message acknowledged',
      why: 'Proxies cut bodies; a parser that throws must not take the process with it.',
      source: 'RFC 8259, 9',
      steps: survived({ body: { keep: 0.5 } }, { body: { keep: 1 } }),
    },
    'empty-body': {
      ...answered,
      title: 'An empty body is answered, and the next message acknowledged',
      why: 'Health checks and consoles that try an address send nothing; a body that is undefined ends many a handler.',
      source: 'RFC 9110, 6.4',
      steps: survived({ body: { whole: '' } }, { body: { whole: ' \r\n' } }),
    },
    null: {
      ...answered,
      title: 'The bare value null is answered, and the next message acknowledged',
      why: 'It parses without an error, and the first look at a field of it throws.',
      source: 'RFC 8259, 3',
      steps: survived(whole('null')),
    },
    'bare-values': {
      ...answered,
      title: 'Bare values and lists are answered, and the next message acknowledged',
      why: 'They are sound JSON and no message: what comes behind the parser must look before it reads.',
      source: 'RFC 8259, 3',
      steps: survived(...['42', 'true', '"text"', '[]', '[[{}]]', '[null]'].map(it => whole(it))),
    },
    'empty-object': {
      ...answered,
      title: 'An object without fields is answered, and the next message acknowledged',
      why: 'Every field that a handler reads is missing at once.',
      source: doc,
      steps: survived(whole('{}')),
    },
    'invalid-utf8': {
      ...answered,
      title: 'Bytes that are no UTF-8 inside a text are answered, and the next message acknowledged',
      why: 'A sender that writes GBK is the classic of Chinese interfaces; strict decoders throw.',
      source: 'RFC 8259, 8.1',
      steps: survived({ push, set: { [text]: 'kefu:' }, body: { bytes: 'd6d0cec4', behind: 'kefu:' } }),
    },
    'raw-control-characters': {
      ...answered,
      title: 'A line break inside a text that is not escaped is answered, and the next message acknowledged',
      why: 'Senders that put JSON together by hand forget to escape; a strict parser refuses it, and has to survive.',
      source: 'RFC 8259, 7',
      steps: survived({ push, set: { [text]: 'kefu:' }, body: { bytes: '0d0a00', behind: 'kefu:' } }),
    },
    'deep-nesting': {
      ...answered,
      title: 'A hundred thousand brackets are answered, and the next message acknowledged',
      why: 'Whatever walks such a message by recursion runs out of stack; that is one small request to end a process.',
      source: 'RFC 8259, 9',
      alone: true,
      steps: survived(
        whole('['.repeat(DEEP), 'opened'),
        whole(nested, 'opened and closed'),
        withField('nested', nested),
      ),
    },
    prototype: {
      ...answered,
      title: 'The keys __proto__ and constructor are answered, and the next message acknowledged',
      why: 'JavaScript that merges messages into its objects can be changed from outside by them.',
      source: 'RFC 8259, 4',
      steps: survived(
        withField('__proto__', '{"kefuPolluted":true}'),
        withField('constructor', '{"prototype":{"kefuPolluted":true}}'),
      ),
    },
    'duplicate-keys': {
      ...answered,
      title: 'A field that stands there twice is answered, and the next message acknowledged',
      why: 'Parsers differ in which one they take, and strict ones throw.',
      source: 'RFC 8259, 4',
      steps: survived({
        set: { [PLACE]: 0 },
        body: { replace: [[`"${PLACE}":0`, `"${PLACE}":0,"${PLACE}":{"a":1}`]] },
      }),
    },
    'get-request': {
      ...answered,
      title: 'A GET is answered, and the next message acknowledged',
      why: 'Whoever opens the address in a browser, or a console that tries it, sends one without a body.',
      source: 'RFC 9110, 9.3.1',
      steps: survived({ method: 'GET' }),
    },
  }),
  ...large(vendor, doc, push, text),
]

const large = (vendor: string, doc: string, push: string, text: string) =>
  under(vendor, 'broken messages', {
    'one-mebibyte': {
      title: 'A message of nearly 1 MiB is acknowledged',
      why: 'A conversation is sent whole, however long it was, and no limit is documented.',
      source: doc,
      severity: 'may',
      alone: true,
      steps: [{ send: { push, set: { [text]: '长'.repeat(340_000) } }, expect: 'acknowledged' }],
    },
    'more-than-one-mebibyte': {
      title: 'A body of more than 1 MiB is answered, and the next message acknowledged',
      why: 'A handler that collects whatever comes can be filled until it ends; one that breaks off should say so.',
      source: 'RFC 9110, 15.5.14',
      severity: 'may',
      alone: true,
      steps: survived({ body: { grow: 1 << 20 } }),
    },
  })
