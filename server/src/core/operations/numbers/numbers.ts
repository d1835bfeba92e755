import type { Document } from '../../document'
import type { ReferenceList } from './item'
import { referenceList } from './list'
import { usesOf, type Uses } from './uses'

/** A survey's numbers: its list, and where the text uses it. */
export interface Numbers {
  readonly document: Document
  readonly list: ReferenceList
  readonly uses: Uses
}

export function numbersOf(document: Document): Numbers {
  const list = referenceList(document.survey, document.text)
  return { document, list, uses: usesOf(document, list) }
}
