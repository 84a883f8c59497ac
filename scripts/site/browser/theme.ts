/** Light or dark: as the system has it, until somebody chooses. Runs before anything is shown. */

const KEY = 'kefu-theme'
const root = document.documentElement

/** What was chosen is forgotten where nothing may be stored. */
function stored(theme?: string): string | null {
  try {
    if (theme !== undefined) localStorage.setItem(KEY, theme)
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

const show = (theme: string) => root.setAttribute('data-theme', theme)
const isDark = () =>
  (root.getAttribute('data-theme') ?? '') === 'dark' ||
  (!root.hasAttribute('data-theme') && matchMedia('(prefers-color-scheme: dark)').matches)

root.classList.add('script')
const chosen = stored()
if (chosen === 'light' || chosen === 'dark') show(chosen)

document.addEventListener('DOMContentLoaded', () => {
  const button = document.getElementById('theme')
  const tell = () => button?.setAttribute('aria-pressed', String(isDark()))
  tell()
  button?.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark'
    show(theme)
    stored(theme)
    tell()
  })
})
