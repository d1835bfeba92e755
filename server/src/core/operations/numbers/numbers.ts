import type { Document } from '../../document'
import { known, type Known } from '../../known'
import type { ReferenceList } from './item'
import { referenceList } from './list'
import { usesOf, type Uses } from './uses'

/** A survey's numbers: its list, and where the text uses it. */
export interface Numbers {
  readonly document: Document
  readonly list: ReferenceList
  readonly uses: Uses
}

/** Found once in each version: what mends one finding renumbers all, and an editor may ask for many of them. */
export const numbersOf = (document: Document): Numbers => known(document, numbers)

const numbers: Known<Numbers> = {
  find(document) {
    const list = referenceList(document.survey, document.text)
    return { document, list, uses: usesOf(document, list) }
  },
}
