/** Small help for reading: what a link leads to is opened, code can be copied. */

/** The part that the address names may lie inside of closed details. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  for (let it = target.closest('details'); it; it = it.parentElement?.closest('details') ?? null) it.open = true
  target.scrollIntoView()
}

addEventListener('hashchange', reveal)
reveal()

const words = document.documentElement.lang.startsWith('zh') ? ['复制', '已复制'] : ['Copy', 'Copied']

document.querySelectorAll('figure.code').forEach(figure => {
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
})
