/** Loads the calculator when it is first touched: the doctor and the ciphers are too much for every first view. */

const self = document.currentScript as HTMLScriptElement
const touched = ['focusin', 'pointerdown', 'input'] as const

function load() {
  for (const it of touched) for (const form of forms) form.removeEventListener(it, load)
  const script = document.createElement('script')
  script.src = new URL('signature-kit.js', self.src).href
  document.head.append(script)
}

const forms = Array.from(document.querySelectorAll<HTMLFormElement>('.calculator form'))
for (const it of touched) for (const form of forms) form.addEventListener(it, load)
// Nothing is to be sent, script or not; without it the policy of the page forbids it.
for (const form of forms) form.addEventListener('submit', event => event.preventDefault())
