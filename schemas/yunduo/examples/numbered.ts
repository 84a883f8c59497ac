/** Card fields as the table writes their codes: numbers, as text, for the enum names of the wire. */
import type { Static } from '@sinclair/typebox'
import type { CardProperty } from '../card.ts'

const numbers: { [name: string]: string } = { TEXT: '1', TEXT_AREA: '2', INTEGER: '3', SELECT: '8' }

export const numberedProperties = (properties: Static<typeof CardProperty>[]): Static<typeof CardProperty>[] =>
  properties.map(({ cardPropertyOptionList: options, ...property }) => ({
    ...property,
    type: numbers[property.type] ?? property.type,
    ...(options && { cardPropertyOptionList: options.map(option => ({ ...option, defaultFlag: '0', multiFlag: '1', delFlag: '0' })) }),
  }))
