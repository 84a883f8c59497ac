/** Small help for reading: what a link leads to is opened, code can be copied. */

/** The part that the address names may lie inside of closed details. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  for (let it = target.closest('details'); it; it = it.parentElement?.closest('details') ?? null) it.open = true
  target.scrollIntoView()
}

/** In a long list of pages the current one would lie out of sight. */
function revealPlace() {
  const [sidebar, place] = ['.sidebar', '.sidebar [aria-current]'].map(it => document.querySelector<HTMLElement>(it))
  if (sidebar && place) sidebar.scrollTop = place.offsetTop - sidebar.clientHeight / 2
}

addEventListener('hashchange', reveal)
document.querySelector('.sidebar')?.addEventListener('toggle', revealPlace)
revealPlace()
reveal()

const words = document.documentElement.lang.startsWith('zh') ? ['复制', '已复制'] : ['Copy', 'Copied']

// A page that came over plain HTTP from another machine has no clipboard.
if (navigator.clipboard) document.querySelectorAll('figure.code').forEach(addCopy)

function addCopy(figure: Element) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = words[0] ?? ''
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(figure.querySelector('code')?.textContent ?? '')
    button.textContent = words[1] ?? ''
    setTimeout(() => {
      button.textContent = words[0] ?? ''
    }, 2_000)
  })
  figure.append(button)
}
