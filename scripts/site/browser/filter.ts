/** A box above a long list that leaves only what has the words in it. Without script the whole list is there. */

const label = document.documentElement.lang.startsWith('zh') ? '筛选字段' : 'Filter the fields'

/** Fewer need no box. */
const FEW = 8

/** Shows an item when it, or something inside of it, has all the words. */
function filter(items: readonly HTMLElement[], query: string) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  for (const it of items) {
    const text = it.textContent?.toLowerCase() ?? ''
    const shown = words.every(word => text.includes(word))
    it.hidden = !shown
    const details = it.querySelector('details')
    if (words.length && shown && details) details.open = true
  }
}

document.querySelectorAll<HTMLElement>('[data-filtered]').forEach((list, index) => {
  const items = Array.from(
    list.querySelectorAll<HTMLElement>(list.dataset.filtered === 'fields' ? '.fields > li' : '.item'),
  )
  if (items.length < FEW) return
  const input = document.createElement('input')
  input.type = 'search'
  input.className = 'filter'
  input.placeholder = list.dataset.filterLabel ?? label
  input.setAttribute('aria-label', `${list.dataset.filterLabel ?? label} ${index + 1}`)
  input.addEventListener('input', () => filter(items, input.value))
  const heading = list.querySelector(':scope > h2')
  if (heading) heading.after(input)
  else list.prepend(input)
})
