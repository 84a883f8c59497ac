/** What the document leaves open about pushes. */
import type { Assumption } from '../../define.ts'

export const pushes: { [name: string]: Assumption } = {
  pushAcknowledgement: {
    question: 'When does a push count as received?',
    default: 'code0',
    choices: { code0: 'Any 2xx; a JSON body that has `code` must have 0 there.', statusOnly: 'Any 2xx.' },
    why: 'Receivers of the sister messages answer {"code":0}; the page that would say so is a lost link.',
    evidence: 'observed',
  },
  pushRetries: {
    question: 'How often is a push tried?',
    default: '3',
    choices: { '3': 'At once, 1 s after the first failure and 5 s after the second; then it goes to a list of failures. Every further try comes 5 s later.' },
    number: { unit: 'tries', minimum: 1 },
    why: 'Nothing is documented, but tickets have an operation that lists failed pushes, so failures are kept.',
    evidence: 'assumed',
  },
  pushTimeout: {
    question: 'How long does the sender wait for an answer?',
    default: '5',
    choices: { '5': 'Five seconds.' },
    number: { unit: 'seconds', minimum: 1 },
    why: 'Nothing is documented; WeChat waits as long.',
    evidence: 'assumed',
  },
  pushBatch: {
    question: 'How many events does one message carry?',
    default: '20',
    choices: { '20': 'Up to 20 of one company and type; fewer when a second has passed.', '1': 'One, as in every example.' },
    number: { unit: 'events', minimum: 1 },
    why: 'That is how online messages are packed, and why content is a list.',
    evidence: 'observed',
  },
  pushBatchKinds: {
    question: 'Can one message mix new, changed and merged customers?',
    default: 'uniform',
    choices: { uniform: 'No: a message holds one kind, and its first entry tells which.', mixed: 'Yes, in the order of events; look at every entry.' },
    why: 'All three have type crm, so the packing could mix them; the examples have one entry each.',
    evidence: 'assumed',
  },
  pushSignature: {
    question: 'Are pushes signed?',
    default: 'off',
    choices: { off: 'No.', on: 'Yes, in the headers X-Log-TimeStamp, X-Log-RandomCode and X-Log-Sign, with companyid and app_key.' },
    why: 'A sister page has the three headers as an option; the CRM document does not mention them.',
    evidence: 'observed',
  },
  addedOrUpdated: {
    question: 'How are a new and a changed customer told apart, when both carry msg_type 0?',
    default: 'byUpdateType',
    choices: {
      byUpdateType: 'An empty update_type in the first entry means new, any other value changed.',
      alwaysUpdated: 'Not at all: every message counts as a change.',
    },
    why: 'No other difference between the two examples is more than data. Write by userid and a wrong guess does no harm.',
    evidence: 'example',
  },
  pushFieldTypes: {
    question: 'Does field_type 7 of a push mean radio buttons or check boxes?',
    default: 'perPlace',
    choices: { perPlace: 'Radio buttons in pushes and check boxes in the API, as each table says.', api: 'Check boxes in both, as the API says.' },
    why: "The tables contradict each other. Another push of the vendor's numbers them like the API.",
    evidence: 'table',
  },
}
