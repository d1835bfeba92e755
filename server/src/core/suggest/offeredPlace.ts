import type { Document } from '../document'
import { citationPlace, type CitationPlace } from '../citing/citationPlace'
import { citationsBefore } from '../citing/citationsBefore'

/**
 * The bracket at `offset` in which citations are offered unasked. Directly behind a word, `arr[`, it is as likely an element's: there only where the file
 * has its citations so. Scripts without capitals are written without blanks, too.
 */
export function offeredPlace(document: Document, offset: number): CitationPlace | undefined {
  const place = citationPlace(document, offset)
  return place &&
    (place.typed.startsWith('[^') ||
      !isBehindWord(document, place.bracket) ||
      citesBehindWords(document, place.bracket))
    ? place
    : undefined
}

const isBehindWord = ({ buffer }: Document, bracket: number): boolean =>
  WORD.test(buffer.slice(Math.max(0, bracket - 20), bracket))

const WORD = /[\p{Lu}\p{Ll}_]\p{M}{0,4}\d{0,9}$/u

/** Whether most of the last citations are, without the one at `bracket` itself. */
function citesBehindWords(document: Document, bracket: number): boolean {
  let count = 0
  let behind = 0
  for (const { from } of citationsBefore(document, document.buffer.length)) {
    if (from === bracket) continue
    if (isBehindWord(document, from)) behind++
    if (++count >= LAST_CITATIONS) break
  }
  return behind * 2 > count
}

const LAST_CITATIONS = 100
