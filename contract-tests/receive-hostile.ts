/** Bodies that are made to harm a receiver: by vendor, small ones that try a rule and large ones that try its patience. */
const MIB = 1 << 20

/** As often as it fits into a MiB. */
const filled = (piece: string, before = '', after = '') =>
  before + piece.repeat(Math.floor((MIB - Buffer.byteLength(before + after)) / Buffer.byteLength(piece))) + after

const numbered = (count: number, piece: (index: number) => string, joint = '') =>
  Array.from({ length: count }, (_, index) => piece(index)).join(joint)

const laughs = `<!DOCTYPE xml [<!ENTITY a "ha">${numbered(9, index => `<!ENTITY ${'bcdefghij'[index]} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)}]><xml><msgId>&j;</msgId></xml>`

/** What no message may be, in XML. */
export const wrongXml: Record<string, string> = {
  'a DOCTYPE': '<!DOCTYPE xml><xml><msgId>1</msgId></xml>',
  'an external entity': '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><msgId>&e;</msgId></xml>',
  'a parameter entity': '<!DOCTYPE xml [<!ENTITY % e SYSTEM "http://127.0.0.1:9/">%e;]><xml/>',
  'a billion laughs': laughs,
  'an unknown entity': '<xml><msgId>&nbsp;</msgId></xml>',
  'a reference to NUL': '<xml><msgId>&#0;</msgId></xml>',
  'a reference to a half of a character': '<xml><msgId>&#xD800;</msgId></xml>',
  NUL: '<xml><msgId>1\0</msgId></xml>',
  '33 levels': `${'<a>'.repeat(33)}${'</a>'.repeat(33)}`,
  '20,001 elements': `<xml>${'<a/>'.repeat(20_000)}</xml>`,
  'two roots': '<xml></xml><xml></xml>',
  'text after the end': '<xml></xml>x',
  'text before the beginning': 'x<xml></xml>',
  'an attribute': '<xml a="1"></xml>',
  'a namespace': '<x:xml xmlns:x="y"></x:xml>',
  'text between elements': '<xml><msgId>1</msgId>x</xml>',
  'CDATA outside': '<![CDATA[x]]><xml></xml>',
  'CDATA that is closed wrongly': '<xml><msgId><![CDATA[1]></msgId></xml>',
  __proto__: '<xml><__proto__><polluted>1</polluted></__proto__></xml>',
  'no XML': '{"msgId":"1"}',
  'a cut-off message': '<xml><msgId>1',
}

/** XML of a MiB. */
export const largeXml: Record<string, string> = {
  '200,000 numeric references': `<xml><a>${'&#65;'.repeat(200_000)}</a></xml>`,
  'CDATA that begins again and again': filled('<![CDATA['),
  'CDATA that never ends': filled('x', '<xml><a><![CDATA['),
  'CDATA that nearly ends': filled(']]', '<xml><a><![CDATA['),
  'split CDATA': filled('<![CDATA[]]>', '<xml><a>', '</a></xml>'),
  'misspelt tags': filled('<skillNanme>'),
  'misspelt tags in text': filled('<skillNanme>', '<xml><a><![CDATA[', ']]></a><b></xml>'),
  'CDATA closed by ]>': filled('<a><![CDATA[1]></a>', '<xml>', '</xml>'),
  'CDATA closed by ]]': filled('<a><![CDATA[1]]</a>', '<xml>', '</xml>'),
  'names that are closed wrongly': filled('<fromStaffName>1</chatStaffName>', '<xml>', '</xml>'),
  'comments in text': filled('<!---->', '<xml><a>1', '2</a></xml>'),
  instructions: filled('<?a?>', '<xml>', '</xml>'),
  'a comment that never ends': filled('-', '<xml><!--'),
  'open elements': filled('<a>'),
  'empty elements': filled('<a/>', '<xml>', '</xml>'),
  '20,000 of one list': `<xml>${'<pageData>11111111111111111111111</pageData>'.repeat(19_999)}</xml>`,
  '20,000 of one kind': `<xml>${'<a>1111111111111111111111111111111111111111</a>'.repeat(19_999)}</xml>`,
  '20,000 kinds': `<xml>${numbered(19_999, index => `<a${index}>1</a${index}>`)}</xml>`,
  'attributes by the thousand': `<xml ${numbered(90_000, index => `a${index}="1"`, ' ')}/>`,
  'one name': filled('a', '<xml><', '>1</a></xml>'),
  'one attribute': filled('a', '<xml a="', '"/>'),
  'an entity without an end': filled('a', '<xml><a>&', '</a></xml>'),
  'a reference without an end': filled('1', '<xml><a>&#', ';</a></xml>'),
  'line feeds': filled('\n', '<xml>', '</xml>'),
  'carriage returns': filled('\r', '<xml><a>', '</a></xml>'),
  'line ends of two characters': filled('\r\n', '<xml><a>', '</a></xml>'),
  'blanks before the root': filled(' '),
  'closing tags': filled('</a>', '<xml>'),
  'less-than signs': filled('<'),
  ampersands: filled('&', '<xml><a>'),
  brackets: filled(']', '<xml><a>', '</a></xml>'),
  'a DOCTYPE': filled('[', '<!DOCTYPE '),
  'characters beyond the first plane': filled('😀', '<xml><a>', '</a></xml>'),
}

/** What no message may be, in JSON. */
export const wrongJson: Record<string, string> = {
  __proto__: '{"__proto__":{"polluted":1}}',
  constructor: '{"constructor":{"prototype":{"polluted":1}}}',
  '__proto__ inside': '{"type":1,"__proto__":{"polluted":1},"conversation":{"__proto__":{"polluted":1}}}',
  'two values': '{}{}',
  'a trailing comma': '{"a":1,}',
  'a comment': '{"a":1/**/}',
  'a number alone': '1',
  null: 'null',
  'a text alone': '"x"',
  'an empty list': '[]',
  NUL: '{"a":"\0"}',
  XML: '<xml></xml>',
  'a cut-off message': '{"a":"1',
}

/** JSON of a MiB. */
export const largeJson: Record<string, string> = {
  '100,000 brackets': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'brackets that are never closed': filled('['),
  'braces that are never closed': filled('{"a":'),
  '100,000 brackets in a field': `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'brackets inside a lead': `{"visitorStaticId":"1","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'data within data': filled('x', '{"data":"', '"}'),
  keys: `{${numbered(80_000, index => `"a${index}":1`, ',')}}`,
  'numeric keys': `{${numbered(80_000, index => `"${index * 3}":1`, ',')}}`,
  'one key again and again': filled('"a":1,', '{', '"a":1}'),
  'a list of numbers': filled('1,', '[', '1]'),
  'a conversation of numbers': filled('1,', '{"visitorStaticId":"1","currentChatJsonDetail":[', '1]}'),
  'a conversation of empty lines': filled('{},', '{"visitorStaticId":"1","currentChatJsonDetail":[', '{}]}'),
  'content of numbers': filled(
    '1,',
    '{"sys_code":"50","type":"crm","content":[{"msg_type":"0","update_type":""},',
    '1]}',
  ),
  'content of lists': filled(
    '[],',
    '{"sys_code":"50","type":"crm","content":[{"msg_type":"0","update_type":""},',
    '1]}',
  ),
  'messages of numbers': filled('1,', '{"type":1,"messages":[', '1]}'),
  'a digit again and again': filled('9', '{"a":', '}'),
  escapes: filled('\\u0041', '{"a":"', '"}'),
  'quotes and blanks': filled('"   '),
  'quotes and line feeds': filled('"\n'),
  'a quote and line feeds': filled('\n', '{"a":"b"', '}'),
  'curly quotes': filled('“a” ', '{'),
  'curly quotes without an end': filled('a', '{“'),
  'broken texts': filled('"ext":"\n', '{'),
  'broken messages': filled('"msg":"a\n",', '{', '}'),
  'broken addresses': filled('"aUrl":"a\n",', '{', '}'),
  'one long broken address': filled('a', '{"', 'Url":"\n'),
  'commas and blanks': filled(',  ', '[', ']'),
  'padded keys': filled('"a ":1,', '{', '"b":1}'),
  blanks: filled(' '),
  'line feeds before a fault': filled('\n', '{', 'x'),
  'entries without a comma': filled('{}', '[', ']'),
}

/** A form of a MiB. */
export const largeForm: Record<string, string> = {
  'fields without a value': filled('a&'),
  fields: numbered(90_000, index => `a${index}=1`, '&'),
  'numbered fields': numbered(90_000, index => `${index}=1`, '&'),
  'percent signs': filled('%'),
  escapes: filled('%E6%B4%BD'),
  'broken escapes': filled('%E6%'),
  'plus signs': filled('+'),
  'one value': filled('a', 'visitorStaticId='),
}
