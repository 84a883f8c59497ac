/** XML of the kit, which stands in one line, with a line for each element. White space between elements means nothing. */

const TOKEN = /<(\w+)>(?:<!\[CDATA\[[\s\S]*?\]\]>|[^<]*)+<\/\1>|<\w+>|<\/\w+>/g

export function indented(xml: string): string {
  let depth = 0
  return (xml.match(TOKEN) ?? [xml])
    .map(token => {
      if (token.startsWith('</')) depth--
      const line = '  '.repeat(depth) + token
      if (/^<\w+>$/.test(token)) depth++
      return line
    })
    .join('\n')
}
