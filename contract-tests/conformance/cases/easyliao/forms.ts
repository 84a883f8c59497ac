/** The forms in which a lead may travel, and the spellings that the printed example shows. */
import type { Sending, Step } from '../../case.ts'
import { under } from '../json/anatomy.ts'
import { survived } from '../json/broken.ts'

const acknowledged = (...all: Sending[]): Step[] => all.map(send => ({ send, expect: 'acknowledged' }))
const as = (bodyForm: string, more: Sending = {}): Sending => ({ ...more, choose: { bodyForm } })

export const forms = under('easyliao', 'other spellings of the same message', {
  'as-form': {
    title: 'A lead as a form is acknowledged',
    why: 'The document says JSON; the author of a known receiver found that forms come as well.',
    source: 'easyliao.bodyForm',
    severity: 'should',
    steps: acknowledged(as('form'), as('form', { example: 'everyField' })),
  },
  'as-list-of-one': {
    title: 'A lead inside a list is acknowledged',
    why: 'The known receiver takes it, and nobody knows what a sender of another version does.',
    source: 'easyliao.bodyForm',
    severity: 'should',
    steps: acknowledged(as('array')),
  },
  'as-data-text': {
    title: 'A lead as JSON text under the key data is acknowledged',
    why: 'The known receiver takes it; JSON inside JSON is read twice.',
    source: 'easyliao.bodyForm',
    severity: 'should',
    steps: acknowledged(as('dataString')),
  },
  'form-with-signs': {
    title: 'Signs that mean something in a form are read as text',
    why: 'Percent, plus, ampersand and Chinese stand there escaped; a reader by hand cuts the note short.',
    source: 'easyliao.bodyForm',
    severity: 'should',
    steps: acknowledged(as('form', { set: { note: '100% + a&b=c; 中文😀 "引号"\n第二行' } })),
  },
  'escaped-slashes': {
    title: 'Slashes escaped as \\/ are read as slashes',
    why: 'The printed example has them in every address, as PHP writes JSON.',
    source: 'erratum L14',
    severity: 'must',
    steps: acknowledged({ text: { replace: [['/', '\\/']] } }),
  },
  'keys-twice': {
    title: 'firstUrl and extColumn1 twice, as printed, are acknowledged',
    why: 'The printed example has both twice: a strict parser refuses what the vendor itself shows.',
    source: 'erratum L08',
    severity: 'should',
    steps: acknowledged({
      text: {
        replace: [
          ['"firstUrl":', '"firstUrl":"http://www.example.com/","firstUrl":'],
          ['"extColumn1":', '"extColumn1":"203.0.113.9","extColumn1":'],
        ],
      },
    }),
  },
  'padded-keys': {
    title: 'Keys that end in a blank are acknowledged together with a value',
    why: 'The printed example has three of them; who reads trimmed keys alone loses campus, course and creator.',
    source: 'erratum L10',
    severity: 'should',
    steps: acknowledged({
      choose: { paddedKeys: 'asPrinted' },
      set: { schoolName: '迎泽校区', subjectName: '高中数学', createUserRealName: '周明远' },
    }),
  },
  'padded-keys-in-a-form': {
    title: 'Keys that end in a blank are acknowledged in a form',
    why: 'There the blank is a plus in front of the equals sign.',
    source: 'easyliao.paddedKeys',
    severity: 'may',
    steps: acknowledged({ choose: { paddedKeys: 'asPrinted', bodyForm: 'form' } }),
  },
})

const printed = (from: string, to: string): Sending => ({ body: { replace: [[from, to]] }, label: to })

export const printedFaults = under('easyliao', 'broken messages', {
  'curly-quotes': {
    title: 'Curly quotes around a key, as printed, are answered, and the next message acknowledged',
    why: 'The printed example is no JSON: whoever tries a handler with it, as it stands, must not end it.',
    source: 'erratum L06',
    severity: 'must',
    steps: survived(printed('"userId"', '“userId”'), printed('"currentChatJsonDetail"', '“currentChatJsonDetail”')),
  },
  'missing-comma': {
    title: 'A missing comma in front of the conversation, as printed, is answered',
    why: 'The printed example lacks it: a parser that throws must be caught.',
    source: 'erratum L07',
    severity: 'must',
    steps: survived(printed(',"currentChatJsonDetail"', '\n"currentChatJsonDetail"')),
  },
  'no-break-space': {
    title: 'A no-break space behind a colon, as printed, is answered',
    why: 'It looks like a blank and is none to JSON; copied from the document it ends in the first test of a handler.',
    source: 'erratum L23',
    severity: 'must',
    steps: survived(printed('"visitorStaticId":', '"visitorStaticId":\u00a0')),
  },
  'broken-form': {
    title: 'A form with broken escapes is answered, and the next message acknowledged',
    why: 'decodeURIComponent throws on a percent sign that stands alone.',
    source: 'easyliao.bodyForm',
    severity: 'must',
    steps: survived({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: { whole: 'visitorStaticId=%&note=%E4%B8&=&&%zz=1' },
    }),
  },
})

export const acknowledgement = under('easyliao', 'acknowledgement', {
  'exact-status': {
    title: 'A lead is acknowledged with status 200 itself',
    why: 'No answer is documented: a sender that compares with 200 takes 201 or 204 for a failure.',
    source: 'easyliao.acknowledgement',
    severity: 'may',
    steps: [{ send: {}, expect: 'acknowledged', accepts: { status: '200' } }],
  },
})
