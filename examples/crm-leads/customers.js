/** Customers of Sobot, one for each visitor: created when somebody is first heard of, changed from then on. */

/** Milliseconds: the vendors wait five seconds for an answer, and a late one counts as none. */
const deadline = 3_000

/** Customers that are known without a look into the file, which has those before them. */
const RECENT = 1_000

/**
 * Answers the function that keeps a lead. It rejects when Sobot does, and then the push is not acknowledged and comes again.
 * @param {import('kefu-kit').Client<typeof import('kefu-kit').sobot>} api
 * @param {import('kefu-kit').FileInbox} inbox
 */
export function customersIn(api, inbox) {
  inbox.prepare('CREATE TABLE IF NOT EXISTS customer (visitor TEXT PRIMARY KEY, id TEXT NOT NULL)')
  /** Two messages about one visitor may come at once: the second waits until the first has created the customer. */
  const ids = /** @type {Map<string, Promise<string>>} */ (new Map())

  const idOf = (/** @type {string} */ visitor) =>
    ids.get(visitor) ?? inbox.all('SELECT id FROM customer WHERE visitor = ?', visitor).map(it => String(it.id))[0]

  /** @param {import('./leads.js').Lead} lead */
  function created({ visitor, customer: body }) {
    const creating = api.customerSave({ body }, { deadline }).then(it => it.item)
    ids.set(visitor, creating)
    if (ids.size > RECENT) ids.delete([...ids.keys()][0] ?? '')
    creating.catch(() => ids.delete(visitor))
    return creating
  }

  /** @param {import('./leads.js').Lead | undefined} lead @param {import('kefu-kit').Writes} transaction */
  return async function keep(lead, transaction) {
    if (!lead) return
    const known = await idOf(lead.visitor)
    if (known) await api.customerUpdate({ params: { id: known }, body: lead.customer }, { deadline })
    // In one transaction with the mark that the message was handled.
    transaction.run('REPLACE INTO customer VALUES (?, ?)', lead.visitor, known ?? (await created(lead)))
  }
}
