/** What the document leaves open, and what we take it to mean. It says nothing of signing, time limits, repeats or order. */
import type { Assumption } from '../define.ts'

export const assumptions: { [name: string]: Assumption } = {
  acknowledgement: {
    question: 'Which answer counts as received?',
    default: 'code',
    choices: {
      code: 'HTTP status 200 and JSON whose `code` is 200 or "200"; `msg` is not looked at.',
      codeAndMessage: 'The same, and `msg` must be `success`.',
    },
    why: 'The table of the answer calls `code` 200 a success and lists `msg` without saying that anybody compares it.',
    evidence: 'assumed',
  },
  retries: {
    question: 'How often is a push repeated that was not acknowledged?',
    default: '3',
    choices: { '0': 'Never.', '3': 'Three times; if the last fails too, the next push of that conversation has alreadyPush -1.' },
    number: { unit: 'repeats', minimum: 0 },
    why: 'The sender keeps a state “push failed” (alreadyPush -1), so it notices failures; the document gives no count.',
    evidence: 'assumed',
  },
  retryInterval: {
    question: 'How long does the sender wait before it repeats a push?',
    default: '5',
    choices: { '5': 'Five seconds.' },
    number: { unit: 'seconds', minimum: 0 },
    why: 'Not stated; long enough for a receiver to restart, short enough for a test.',
    evidence: 'assumed',
  },
  timeout: {
    question: 'How long does the sender wait for an answer?',
    default: '5',
    choices: { '5': 'Five seconds.' },
    number: { unit: 'seconds', minimum: 1 },
    why: 'Not stated; other platforms of the kind wait five seconds.',
    evidence: 'assumed',
  },
  duplicates: {
    question: 'Does the same conversation arrive more than once?',
    default: 'atEnd',
    choices: {
      atEnd: 'Once when the card is left, and again with finishPushFlag 1 when the conversation is over.',
      once: 'Only when the card is left: at the end, nothing is sent of a card that was pushed before.',
    },
    why: 'finishPushFlag records a push that was made when the conversation was over, besides alreadyPush.',
    evidence: 'assumed',
  },
  unknownNames: {
    question: 'What happens to an enum name that the document does not show?',
    default: 'warn',
    choices: { warn: 'The message is accepted with a warning.', refuse: 'The message is refused.' },
    why: 'The tables have 59 codes, the example shows the names of 13; refusing the others would refuse most real messages.',
    evidence: 'assumed',
  },
  customHeaders: {
    question: 'May a push carry headers that the document does not list?',
    default: 'allowed',
    choices: { allowed: 'Any header may be added, such as a shared secret.' },
    why: 'The document lists only Content-Type and has no authentication, so a header is how receivers can be protected.',
    evidence: 'assumed',
  },
  enumSpelling: {
    question: 'Are coded fields sent as names or as the numbers of the table?',
    default: 'names',
    choices: { names: 'Enum names, such as H5_BROWSER.', numbers: 'The numbers of the table, as text.' },
    why: 'Every coded text field of the printed example has a name, every table a number.',
    evidence: 'example',
  },
  requiredFields: {
    question: 'Which fields does every push carry?',
    default: 'printed',
    choices: {
      printed: 'Those of the printed example, except firstMsgTime and visitorLastTime; the visit and the left message may be empty objects.',
    },
    why: 'The tables have no column for it. The example leaves out what has not happened and sends {} for a block without content.',
    evidence: 'example',
  },
  messageOrder: {
    question: 'In which order are the messages of a conversation listed?',
    default: 'newestFirst',
    choices: { newestFirst: 'By sendtime, descending.', oldestFirst: 'By sendtime, ascending.' },
    why: 'The 26 messages of the printed example descend; the table is silent.',
    evidence: 'example',
  },
  leaveMessageConversations: {
    question: 'What is conversationList in the push of a left message?',
    default: 'empty',
    choices: { empty: 'An empty list.', absent: 'The key is left out, unless there are conversations.' },
    why: 'No such push is printed. The example of the other push shows an empty list of transit pages where there are none.',
    evidence: 'assumed',
  },
  conversationLeftMessage: {
    question: 'What is pushMessageInfoDTO in the push of a conversation?',
    default: 'empty',
    choices: { empty: 'An empty object.', filled: 'The last message, where the visitor of the card has left one as well.' },
    why: 'The printed push has {}. The table describes one body for both kinds and does not tie the block to type 2.',
    evidence: 'example',
  },
  conversationTimeUnit: {
    question: 'In which unit is conversationTime?',
    default: 'seconds',
    choices: { seconds: 'Seconds.', milliseconds: 'Milliseconds, like firstResponseTime.' },
    why: 'The table states milliseconds for firstResponseTime and no unit here; the example has 0.',
    evidence: 'assumed',
  },
}
