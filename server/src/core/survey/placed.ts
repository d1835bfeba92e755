import { shift, type Span } from '../text/span'
import type { Mark } from './facts'
import type { Initiative, Label, Placeholder, Section, SectionState } from './model'
import type { SectionTemplate } from './profile'

/**
 * Initiatives and sections at their place in the whole text. Like citations (`references/placed.ts`) they are made anew for
 * every version, so the spans are made when somebody asks for them.
 */

export class SectionAt implements Section {
  constructor(
    private readonly mark: Mark,
    private readonly base: number,
    private readonly to: number,
    readonly template: SectionTemplate | undefined,
    readonly state: SectionState,
    readonly hasHeadings: boolean,
    readonly placeholders: readonly Placeholder[],
  ) {}

  get kind(): string | undefined {
    return this.template?.kind
  }
  get title(): string {
    return this.mark.title
  }
  get words(): string {
    return this.mark.words
  }
  get level(): number | undefined {
    return this.mark.label.level
  }
  get label(): Label {
    return labelAt(this.mark, this.base)
  }
  get body(): Span {
    return { from: this.base + this.mark.label.span.to, to: this.to }
  }
}

export class InitiativeAt implements Initiative {
  constructor(
    private readonly mark: Mark,
    private readonly base: number,
    private readonly to: number,
    readonly sections: readonly Section[],
    readonly missing: readonly SectionTemplate[],
    readonly isWritten: boolean,
  ) {}

  get number(): string | undefined {
    return this.mark.number
  }
  get numberSpan(): Span | undefined {
    return this.mark.numberSpan && shift(this.mark.numberSpan, this.base)
  }
  get title(): string {
    return this.mark.title
  }
  get normal(): string {
    return this.mark.normal
  }
  get label(): Label {
    return labelAt(this.mark, this.base)
  }
  get span(): Span {
    return { from: this.base + this.mark.label.span.from, to: this.to }
  }
}

export const labelAt = ({ label }: Mark, base: number): Label => ({
  ...label,
  span: shift(label.span, base),
  content: shift(label.content, base),
})
