/** Texts of pictures that lie on others, are cut or leave their boxes. Runs in a page. */
;(() => {
  const found = []
  for (const picture of Array.from(document.querySelectorAll('svg'))) {
    const name = picture.querySelector('title')?.textContent
    const { width, height } = picture.viewBox.baseVal
    const bounds = Array.from(picture.querySelectorAll('rect'), it => it.getBBox())
    const texts = Array.from(picture.querySelectorAll('text'), it => ({ words: it.textContent, ...placeOf(it) }))
    for (const [index, it] of texts.entries()) {
      if (it.left < 0 || it.top < 0 || it.right > width || it.bottom > height) found.push(`${name}: ${it.words} is cut`)
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(it.right, other.right) - Math.max(it.left, other.left)
        const down = Math.min(it.bottom, other.bottom) - Math.max(it.top, other.top)
        // A line of text has some room above and below its letters.
        if (across > 0 && down > 3) found.push(`${name}: ${it.words} lies on ${other.words}`)
      }
      const [x, y] = [(it.left + it.right) / 2, (it.top + it.bottom) / 2]
      const around = bounds.find(box => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
      if (around && (it.left < around.x || it.right > around.x + around.width))
        found.push(`${name}: ${it.words} leaves its box`)
    }
  }
  return found

  function placeOf(it) {
    const { x, y, width, height } = it.getBBox()
    return { left: x, top: y, right: x + width, bottom: y + height }
  }
})()
