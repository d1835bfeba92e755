import { styleOf } from '../../references'
import { normalAddress } from '../../references/address'
import { isoDate } from '../../references/dates'
import type { Field } from '../../references/dialect'
import type { Reference } from '../../references/model'
import type { Entry } from '../../references/forms/form'
import { shift } from '../../text/span'

/** A reference as far as one chunk tells. */
export type ReadEntry = Omit<Reference, 'origin' | 'definition'>

/** What an entry says of its source. */
export function readEntry(entry: Entry, text: string): ReadEntry {
  const { form, number, span, label, numberSpan, body } = entry
  const written = text.slice(body.from, body.to)
  const style = styleOf(written)
  const { title, authors, url, accessed } = style.parse(written)
  const moved = (field: Field | undefined): Field | undefined =>
    field && { text: field.text, span: shift(field.span, body.from) }
  return {
    form,
    number,
    span,
    label,
    numberSpan,
    body,
    style: style.id,
    title: moved(title),
    authors: moved(authors),
    url: moved(url),
    source: url && normalAddress(url.text),
    accessed: moved(accessed),
    accessedOn: accessed && isoDate(accessed.text),
  }
}
