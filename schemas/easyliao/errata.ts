/** Where the field list and its printed example contradict themselves or are broken. */
import type { Erratum } from '../define.ts'

const touches = ['lead']
const absent = [17, 18, 20, 22, 24, 26, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46, 50, 51, 54, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 74, 75, 76, 77, 78, 79, 80, 81]

export const errata: readonly Erratum[] = [
  { id: 'L01', kind: 'typo', lines: [27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 60], says: 'extColumn 1 to extColumn 15 and ipv 6, with a space.', reads: 'extColumn1 to extColumn15 and ipv6, as in the example.', touches, unmet: 'The note put spaces between letters and digits; the example has none.' },
  { id: 'L02', kind: 'duplicate', lines: [67, 72], says: 'Rows 52 and 57 are both subjectName.', reads: 'One field.', touches, unmet: 'Two rows of the table, one key in the message.' },
  { id: 'L03', kind: 'duplicate', lines: [68, 71], says: 'Rows 53 and 56 are both schoolName.', reads: 'One field.', touches, unmet: 'Two rows of the table, one key in the message.' },
  { id: 'L04', kind: 'typo', lines: [75, 79], says: 'Row 60 is editUserRealName, row 64 editUserRealNam.', reads: 'Two fields, since the descriptions differ; both spellings stay.', touches, variant: 'only editUserRealNam' },
  { id: 'L05', kind: 'misplaced', lines: [74], says: 'sender_type (printed sender\\_type) is a field of the lead; the printed lines of the conversation lack it.', reads: 'An optional field of each line of currentChatJsonDetail.', touches, variant: 'sender_type in each line' },
  { id: 'L06', kind: 'invalid-json', lines: [90, 108, 142], says: 'Curly quotes around visitorStaticId, userId and its value, and currentChatJsonDetail.', reads: 'Straight quotes.', touches, unmet: 'Not JSON, so it cannot arrive as a message; kept as a capture.', symptom: '[“”]\\w+[“”]\\s*:' },
  { id: 'L07', kind: 'invalid-json', lines: [140, 142], says: 'No comma between createUserRealName and currentChatJsonDetail.', reads: 'A comma.', touches, unmet: 'Not JSON, so it cannot arrive as a message; kept as a capture.', symptom: '"[^\\S\\n]*\\n\\s*["“]' },
  { id: 'L08', kind: 'duplicate', lines: [104, 116], says: 'firstUrl appears twice, with different hosts.', reads: 'The last one counts, as JSON parsers have it.', touches, unmet: 'After parsing one key is left, as in the documented example.' },
  { id: 'L09', kind: 'duplicate', lines: [122, 124], says: 'extColumn1 appears twice: an IP address, then nothing.', reads: 'The last one counts; the address is lost.', touches, unmet: 'After parsing one key is left, as in the documented example.' },
  { id: 'L10', kind: 'typo', lines: [136, 138, 140], says: 'The keys schoolName, subjectName and createUserRealName end in a blank.', reads: 'No blank; the padded keys are optional fields of their own.', touches, variant: 'blank-padded keys' },
  { id: 'L11', kind: 'missing', lines: [17, 18], says: 'companyId and chatId are mandatory, and absent from the example.', reads: 'Optional for the receiver, always sent by the mock.', touches, variant: 'without companyId and chatId' },
  { id: 'L12', kind: 'type-mismatch', lines: [69, 142], says: 'The conversation is an Array of undescribed elements; the example has snake_case keys and numeric ids where the lead has camelCase and text.', reads: 'Elements as printed; their ids as number or text.', touches, variant: 'line ids as text' },
  { id: 'L13', kind: 'inconsistent-example', lines: [90, 94, 106, 142], says: 'Card of March, conversation of April; visitor ids and mobile numbers differ.', reads: 'Two leads in one; our documented example is coherent.', touches, variant: 'card older than the conversation' },
  { id: 'L14', kind: 'inconsistent-example', lines: [102, 104, 116], says: 'Slashes in URLs are escaped as \\/.', reads: 'Legal JSON; the URL has plain slashes.', touches, unmet: 'Parsing removes the backslashes; it would matter only to a signature over the bytes, and there is none.' },
  { id: 'L15', kind: 'missing', lines: absent, says: '38 of the 66 rows do not appear in the example.', reads: 'Optional; the example everyField gives invented values.', touches },
  { id: 'L16', kind: 'ambiguous', lines: [22, 54, 55, 56], says: 'area overlaps with country, province and city; one known receiver reads district too.', reads: 'Independent texts, none derived from another.', touches, variant: 'extra names of a known receiver' },
  { id: 'L17', kind: 'ambiguous', lines: [14], says: 'The head of the column allows every field name to be chosen by the customer.', reads: 'The printed names, or a mapping that the user gives.', touches },
  { id: 'L18', kind: 'missing', lines: [6, 8, 10, 158], says: 'Only POST and JSON, and that a lead triggers it: no address, authentication, answer or retry.', reads: 'See the assumptions.', touches },
  { id: 'L19', kind: 'ambiguous', lines: [44, 80, 110], says: 'keyword (搜索词) and biddingWord (关键词) are near synonyms.', reads: 'What was typed, and what was bid on.', touches },
  { id: 'L20', kind: 'inconsistent-example', lines: [108, 112], says: 'The owner, described as a person, is 机器人 with an id that begins with AI-.', reads: 'A bot can own a card; the ids of users are text.', touches, variant: 'owned by a bot' },
  { id: 'L21', kind: 'name-mismatch', lines: [45, 102], says: 'chatURL, where the open API of the vendor has chatUrl.', reads: 'chatURL; chatUrl is accepted.', touches, variant: 'chatUrl in place of chatURL' },
  { id: 'L22', kind: 'missing', lines: [148, 150, 152, 154, 156, 160], says: 'How to set the push up is shown in screenshots that the text lacks.', reads: 'Left out.', touches: [] },
  { id: 'L23', kind: 'invalid-json', lines: [90], says: 'A no-break space follows the colon after visitorStaticId.', reads: 'A plain space.', touches, unmet: 'Not JSON, so it cannot arrive as a message; kept as a capture.', symptom: '"\\s*:\\u00a0' },
  { id: 'L24', kind: 'missing', lines: [24, 63], says: 'sex and type are codes or words of an unlisted set.', reads: 'Free text.', touches },
  { id: 'L25', kind: 'missing', lines: [49, 50, 51, 106], says: 'Three times of type String without a format; the example shows createTime only.', reads: 'yyyy-MM-dd HH:mm:ss in Beijing time for all three.', touches },
]
