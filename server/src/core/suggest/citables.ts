import type { Document } from '../document'
import { placeForCitation } from '../citing/placeForCitation'
import type { Reference } from '../references/model'
import { rankedReferences } from './citations'
import { isRefusal, type Refusal } from '../refusal'

/** The file's own references to cite at `offset`, the best first for what was typed in a box of its own; refuses where a citation would not be one. */
export function suggestCitables(document: Document, offset: number, typed: string): readonly Reference[] | Refusal {
  const place = placeForCitation(document, offset)
  return isRefusal(place) ? place : rankedReferences(document, offset, typed, place.edit.span)
}
