/** The malformations that the vendors' own documents show, as data: where each one stands and how it is read. */

/** An element that is closed by another name, and the name that it is read as. */
interface Closing {
  erratum: string
  opened: string
  closed: string
  named: string
}

export interface XmlFaults {
  /** The opening `<xml>` is missing, and the text begins with this element. */
  headless: { erratum: string; begins: string }
  /** What stands in place of `]]>` right before the closing tag, and how to look for it in sound text. */
  sections: readonly { erratum: string; end: string; sign: RegExp }[]
  closings: readonly Closing[]
}

export interface JsonFaults {
  /** Curly quotes around a key or a value. */
  curly: { erratum?: string }
  /** A no-break space between tokens. */
  blank?: { erratum: string }
  /** No comma between a value and the key on a later line. */
  comma?: { erratum: string }
  /** Line breaks inside the text of these keys, which are joined. */
  breaks?: readonly { erratum: string; keys: RegExp }[]
  /** A key that comes twice: the last one counts. */
  twice?: readonly { erratum: string; key: string }[]
}

/** A key of the message and how it is read; `padded` keys end in a blank that the contract does not know. */
export type KeyFault = { erratum: string; key: string; named: string } | { erratum: string; padded: true }

export const xmlFaults: { readonly [vendor: string]: XmlFaults } = {
  echat: {
    headless: { erratum: 'Q29', begins: '<chatStatus>' },
    sections: [
      { erratum: 'Q18', end: ']>', sign: /(?<!\])\]><\// },
      { erratum: 'Q19', end: ']]', sign: /\]\]<\// },
    ],
    closings: [
      { erratum: 'Q06', opened: 'skillNanme', closed: 'skillName', named: 'skillName' },
      { erratum: 'Q06', opened: 'skillName', closed: 'skillNanme', named: 'skillName' },
      { erratum: 'Q38', opened: 'fromStaffLogname', closed: 'chatStaffLogname', named: 'fromStaffLogname' },
      { erratum: 'Q38', opened: 'fromStaffName', closed: 'chatStaffName', named: 'fromStaffName' },
      { erratum: 'Q51', opened: 'trackRecordId', closed: 'trackRecorId', named: 'trackRecordId' },
    ],
  },
}

export const jsonFaults: { readonly [vendor: string]: JsonFaults } = {
  yunduo: {
    curly: {},
    breaks: [
      { erratum: 'Y16', keys: /^ext$/ },
      { erratum: 'Y17', keys: /^(?:msg|text)$/ },
      { erratum: 'Y18', keys: /^\w+(?:Url|Title)$/ },
    ],
  },
  easyliao: {
    curly: { erratum: 'L06' },
    blank: { erratum: 'L23' },
    comma: { erratum: 'L07' },
    twice: [
      { erratum: 'L08', key: 'firstUrl' },
      { erratum: 'L09', key: 'extColumn1' },
    ],
  },
  sobot: { curly: {} },
}

export const keyFaults: { readonly [vendor: string]: readonly KeyFault[] } = {
  echat: [{ erratum: 'Q06', key: 'skillNanme', named: 'skillName' }],
  easyliao: [{ erratum: 'L10', padded: true }],
}
