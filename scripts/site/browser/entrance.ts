/** The first page of all: sends on to the reader's language. */

const chinese =
  navigator.languages
    .find(it => /^(zh|en)\b/i.test(it))
    ?.toLowerCase()
    .startsWith('zh') ?? false
location.replace(`${chinese ? 'zh' : 'en'}/index.html${location.hash}`)
