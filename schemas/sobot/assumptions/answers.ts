/** What the document leaves open about answers. */
import type { Assumption } from '../../define.ts'

export const answers: { [name: string]: Assumption } = {
  emittedTypes: {
    question: 'Where table and example give a value different types, which is sent?',
    default: 'examples',
    choices: {
      examples: 'Numbers in lists and mergers, text in the detail and in the other pushes.',
      table: 'What the type column says.',
    },
    why: 'Examples are nearer to the wire; readers accept both.',
    evidence: 'example',
  },
  emptyValues: {
    question: 'How is a missing value written?',
    default: 'examples',
    choices: { examples: 'Left out of customers, null in labels and groups, "" in pushes.' },
    why: 'So the examples do it.',
    evidence: 'example',
  },
  regionAnswers: {
    question: 'Does cityList answer cities, and areaList districts?',
    default: 'byName',
    choices: { byName: 'Yes.', swapped: 'No, the other way round, as printed.' },
    why: 'The printed answers do not even fit the ids asked for; they stand at the wrong section.',
    evidence: 'assumed',
  },
  maxPageSize: {
    question: 'Is there a largest page_size?',
    default: 'none',
    choices: { none: 'No. Absent, page_no is 1 and page_size 15 for customers, 100 for labels and groups.' },
    number: { unit: 'entries', minimum: 1 },
    why: 'The document states defaults and no limit; page_count is total_count by page_size, rounded up.',
    evidence: 'assumed',
  },
  dynamicPageSize: {
    question: 'How many entries has a page of the history when page_size is absent?',
    default: '15',
    choices: { '15': 'As many as of customers.' },
    number: { unit: 'entries', minimum: 1 },
    why: 'The document is silent here.',
    evidence: 'assumed',
  },
  bizTimeUnit: {
    question: 'Which unit has biz_time?',
    default: 'milliseconds',
    choices: { milliseconds: 'Milliseconds, as the table says.', seconds: 'Seconds, as three of four printed entries have it.' },
    why: 'Both are printed; readers tell them apart by size.',
    evidence: 'table',
  },
  confirmEffect: {
    question: 'What does customerConfirm do to a customer?',
    default: 'publicPool',
    choices: {
      publicPool: 'Takes the owner away and puts it into the public pool, whatever confirm_type says.',
      byType: 'Type 1 makes it wait to be assigned, type 2 puts it into the public pool.',
    },
    why: 'The heading speaks of the public pool, the parameter of judging whether a customer is valid.',
    evidence: 'assumed',
  },
}
