/** Errata of the printed example. */
import type { Erratum } from '../../define.ts'

const talk = ['conversation']
const wrapped = 'The line break comes from the PDF; JSON with it does not parse and cannot arrive as a message. The capture has it.'

const broken = [782, 808, 862, 888, 914, 916, 918, 1150, 1178, 1180, 1182, 1184, 1186, 1188, 1190, 1192, 1218, 1220, 1248]

export const aboutExample: readonly Erratum[] = [
  { id: 'Y16', kind: 'invalid-json', lines: [584, 660, 742, 820, 956, 1006, 1058], says: 'A line break after the opening quote of ext, seven times.', reads: 'Joined: a string that holds JSON.', touches: talk, unmet: wrapped, symptom: '"ext"\\s*:\\s*"[ \\t]*[\\r\\n]' },
  { id: 'Y17', kind: 'invalid-json', lines: broken, says: 'Line breaks within the texts of messages.', reads: 'Joined without a blank of our own.', touches: talk, unmet: wrapped, symptom: '"(?:msg|text)"\\s*:\\s*"(?:[^"\\\\\\r\\n]|\\\\.)*[\\r\\n]' },
  { id: 'Y18', kind: 'invalid-json', lines: [1672, 1676, 1698], says: 'Line breaks within three addresses of the visit.', reads: 'Joined.', touches: talk, unmet: wrapped, symptom: '"\\w+(?:Url|Title)"\\s*:\\s*"(?:[^"\\\\\\r\\n]|\\\\.)*[\\r\\n]' },
  { id: 'Y27', kind: 'typo', lines: [1352], says: 'createTime 202406-28T10:12:40.000+08:00 lacks a hyphen and is no date.', reads: '2024-06-28T10:12:40.000+08:00; times are text to the contract, so that the faulty one passes.', touches: talk, variant: 'createTime without a hyphen' },
  { id: 'Y28', kind: 'inconsistent-example', lines: [1340, 1672], says: 'The visit’s conversationPageTitle holds an address, the conversation’s a title.', reads: 'Any text; the example has the title in both.', touches: talk, variant: 'address for a page title' },
  { id: 'Y31', kind: 'inconsistent-example', lines: [532, 1404], says: 'yunduoId ends in another id than the card’s, and its format is not described.', reads: 'Text to be taken as it is.', touches: talk, variant: 'yunduoId of another card' },
  { id: 'Y32', kind: 'inconsistent-example', lines: [576, 1346, 1364, 1390], says: 'conEndMode names an end; status, conversationTime and finishPushFlag say that it still runs.', reads: 'Sent before the end, too (the example keeps it); derive nothing from it.', touches: talk, variant: 'end mode before the end' },
  { id: 'Y33', kind: 'inconsistent-example', lines: [1360, 1400], says: 'visitMessageCount is 1 next to 7 visitor messages, customerMessageCount 0 next to 17 of the robot.', reads: 'Counters may be behind; the robot’s messages hardly count as the agent’s.', touches: talk, variant: 'counters behind the messages' },
  { id: 'Y34', kind: 'inconsistent-example', lines: [596, 1366, 1394, 1402], says: 'firstMsgTime is a second after visitorLastTime, the visitor’s newest message minutes after both and after updateTime.', reads: 'Times come in no certain order.', touches: talk, variant: 'first message after the last' },
  { id: 'Y35', kind: 'missing', lines: [590, 1264, 1304], says: 'Messages are listed from the newest to the oldest without a word on it, and msgid does not always grow with sendtime.', reads: 'Sort by sendtime.', touches: talk },
  { id: 'Y36', kind: 'type-mismatch', lines: [1468, 1470], says: 'A card field of type INTEGER has a text for its value.', reads: 'propertyValue is always text.', touches: talk, unmet: 'Table and example agree on text; type only says how the value is entered.' },
  { id: 'Y37', kind: 'inconsistent-example', lines: [1344, 1372, 1384, 1676, 1684, 1698, 1700], says: 'Addresses were cut by hand: no question mark, parameters run together, one page with two addresses.', reads: 'Any text; addresses are not checked.', touches: talk, variant: 'addresses cut short' },
  { id: 'Y42', kind: 'inconsistent-example', lines: [1492, 1630, 1632], says: 'The options have multiFlag TRUE, the field is a drop-down list with one value.', reads: 'multiFlag allows several values and does not ask for them.', touches: talk, unmet: 'One value is within leave to choose several: nothing deviates.' },
  { id: 'Y43', kind: 'inconsistent-example', lines: [600], says: 'The newest message begins with a blank.', reads: 'Text is not trimmed.', touches: talk, variant: 'blank before the message' },
  { id: 'Y51', kind: 'ambiguous', lines: [1260, 1288, 1300, 1328], says: 'Inside msg, type is 1 both for connecting (ext type 1) and for activating (ext type 0).', reads: 'An integer of unknown meaning; ext tells the two apart.', touches: talk },
  { id: 'Y52', kind: 'ambiguous', lines: [107, 109, 578, 710], says: 'Type 13 is the finding in a test conversation; the example has it in an ordinary one (conType 0).', reads: 'It comes in any conversation.', touches: talk },
  { id: 'Y53', kind: 'inconsistent-example', lines: [758, 1468], says: 'The phone number on the card is not the one that the visitor gave.', reads: 'The card may differ from what was written; the example has the same number.', touches: talk, variant: 'other phone on the card' },
  { id: 'Y54', kind: 'missing', lines: [135, 726, 1124, 1274, 1314], says: 'No table lists the keys of the special messages: result, text, fieldName, bgColor, bgColorType, optionList, timestamp and the ids.', reads: 'As the example shows them; other special messages are open objects.', touches: talk },
]
