/** An example for each command, in an order in which they run one after the other; a test does that. */

export interface Example {
  /** As it is typed. */
  text: string
  /** What it ends with in that order; `serve` runs on. */
  exit: number | 'serve'
}

export const examples: Readonly<Record<string, Example>> = {
  mock: { text: 'npx kefu mock sobot echat --strict', exit: 'serve' },
  list: { text: 'npx kefu list echat', exit: 0 },
  call: { text: `npx kefu call sobot customerSave --body '{"nick": "Li Lei"}'`, exit: 0 },
  merge: { text: 'npx kefu merge e7ce077ff4bf061e3d87f1d585dc888f 8a292a8e304c0709872d4273cd75d5b6', exit: 0 },
  push: {
    text: 'npx kefu push echat chatStart --to http://127.0.0.1:3000/hooks/echat --record pushes.jsonl',
    exit: 0,
  },
  open: { text: 'head -n 1 pushes.jsonl | npx kefu open echat', exit: 0 },
  explain: { text: 'head -n 1 pushes.jsonl | npx kefu explain echat', exit: 0 },
  scenario: {
    text: 'npx kefu scenario queue-and-transfer --to http://127.0.0.1:3000/hooks/echat --count 3',
    exit: 0,
  },
  replay: {
    text: 'npx kefu replay pushes.jsonl --vendor echat --to http://127.0.0.1:3000/hooks/echat',
    exit: 0,
  },
  verify: {
    text: 'npx kefu verify echat --target http://127.0.0.1:3000/hooks/echat --report junit --seed demo',
    exit: 1,
  },
  audit: { text: 'npx kefu audit sobot --min should', exit: 0 },
  journal: { text: 'npx kefu journal 2 --as curl --file again.sh', exit: 0 },
}
