/** What pages load: the style sheet, the icon, the scripts of `browser/`, each bundled into one classic script that runs from a file. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundle.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f766e"/><path d="M8 9h16v11H14l-5 4v-4H8z" fill="#fff"/></svg>`

/** Sends on to the language of the browser; the links are there without script, too. */
const entrance = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:">
<title>kefu-kit</title>
<link rel="icon" href="assets/icon.svg">
<link rel="stylesheet" href="assets/style.css">
<script src="assets/entrance.js"></script>
</head>
<body class="entrance">
<main><h1>kefu-kit</h1>
<p><a hreflang="en" href="en/index.html">English</a></p>
<p><a hreflang="zh-Hans" lang="zh-Hans" href="zh/index.html">中文</a></p></main>
</body>
</html>
`

const sheets = ['style.css', 'calculator.css', 'pictures/pictures.css']

export async function assets(): Promise<[path: string, content: string][]> {
  return [
    ['index.html', entrance],
    ['assets/icon.svg', icon],
    ['assets/style.css', sheets.map(it => readFileSync(here(it), 'utf8')).join('\n')],
    ...(await scripts()),
  ]
}

/** Every file that lies directly in `browser/` is a script; what it needs may lie in folders below. */
async function scripts(): Promise<[string, string][]> {
  const names = readdirSync(here('browser')).filter(it => it.endsWith('.ts'))
  return Promise.all(
    names.map(async (file): Promise<[string, string]> => {
      const name = file.replace('.ts', '')
      return [`assets/${name}.js`, await bundled(name)]
    }),
  )
}
