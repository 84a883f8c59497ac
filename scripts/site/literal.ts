/** Values as a programmer writes them in TypeScript. */

export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const deeper = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map(it => literal(it, deeper))
    : Object.entries(value)
        .filter(([, it]) => it !== undefined)
        .map(([name, it]) => `${key(name)}: ${literal(it, deeper)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (!parts.length) return open + close
  const line = Array.isArray(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
  if (!line.includes('\n') && line.length + indent.length < 72) return line
  return `${open}\n${parts.map(it => `${deeper}${it},\n`).join('')}${indent}${close}`
}

const key = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name))

const quoted = (text: string) =>
  text.includes("'") ? JSON.stringify(text) : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')}'`
