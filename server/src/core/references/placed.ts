import type { Field } from './dialect'
import type { Citation, LinkDefinition, Reference } from './model'
import type { ListFormId } from './forms/form'
import { digitsOf, extentOf, type CitationForm, type FoundCitation } from './scan'
import { shift, type Span } from '../text/span'

/**
 * Citations and references at their place in the whole text. They are made anew for every version behind an edit, and
 * of most nothing is asked but the number: so the spans, which are most of their size, are made when somebody asks.
 */

/** The whole of a citation, whose chunk starts at an offset. */
export function spanOfCitation(found: FoundCitation, start: number): Span {
  const { from, length } = extentOf(found)
  return { from: start + from, to: start + from + length }
}

export class CitationAt implements Citation {
  readonly number: number
  private readonly start: number
  private readonly found: FoundCitation

  constructor(found: FoundCitation, start: number) {
    this.number = found.number
    this.start = start
    this.found = found
  }

  get span(): Span {
    return spanOfCitation(this.found, this.start)
  }

  get form(): CitationForm {
    return this.found.form
  }

  get opensRange(): boolean {
    return this.found.opensRange === true
  }

  get numberSpan(): Span {
    const from = this.start + digitsOf(this.found)
    return { from, to: from + this.found.width }
  }

  get labelSpan(): Span | undefined {
    const { to } = this.span
    return this.found.labelled && { from: to - 1 - this.found.width, to: to - 1 }
  }
}

export class ReferenceAt implements Reference {
  readonly number: number
  private readonly entry: Omit<Reference, 'origin'>
  private readonly start: number
  readonly definition: LinkDefinition | undefined

  constructor(entry: Omit<Reference, 'origin'>, start: number, definition?: LinkDefinition) {
    this.number = entry.number
    this.entry = entry
    this.start = start
    this.definition = definition
  }

  with(definition: LinkDefinition): Reference {
    return new ReferenceAt(this.entry, this.start, definition)
  }

  get origin(): object {
    return this.entry
  }
  get form(): ListFormId {
    return this.entry.form
  }
  get style(): string {
    return this.entry.style
  }
  get span(): Span {
    return shift(this.entry.span, this.start)
  }
  get label(): Span {
    return shift(this.entry.label, this.start)
  }
  get numberSpan(): Span {
    return shift(this.entry.numberSpan, this.start)
  }
  get body(): Span {
    return shift(this.entry.body, this.start)
  }
  get title(): Field | undefined {
    return fieldAt(this.entry.title, this.start)
  }
  get authors(): Field | undefined {
    return fieldAt(this.entry.authors, this.start)
  }
  get url(): Field | undefined {
    return fieldAt(this.entry.url, this.start)
  }
  get source(): string | undefined {
    return this.entry.source
  }
  get accessed(): Field | undefined {
    return fieldAt(this.entry.accessed, this.start)
  }
  get accessedOn(): string | undefined {
    return this.entry.accessedOn
  }
}

export const definitionAt = (
  { number, span, numberSpan, url, source, title }: LinkDefinition,
  start: number,
): LinkDefinition => ({
  number,
  span: shift(span, start),
  numberSpan: shift(numberSpan, start),
  url: { text: url.text, span: shift(url.span, start) },
  source,
  ...(title && { title: { text: title.text, span: shift(title.span, start) } }),
})

const fieldAt = (field: Field | undefined, start: number): Field | undefined =>
  field && { text: field.text, span: shift(field.span, start) }
