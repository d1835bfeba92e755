import type { Span } from '../text/span'
import type { Directive } from './facts'
import type { Initiative, Section, Suppression } from './model'

/** Where each comment wants silence: its line, the next one, the section or initiative around it, or the file. */
export function suppressionsOf(
  directives: readonly Directive[], text: string, sections: readonly Section[], initiatives: readonly Initiative[],
): readonly Suppression[] {
  return directives.map(({ span, reach, codes }) => ({ codes, scope: scopeOf(span, reach, text, sections, initiatives) }))
}

function scopeOf(span: Span, reach: Directive['reach'], text: string, sections: readonly Section[], initiatives: readonly Initiative[]): Span {
  switch (reach) {
    case 'file':
      return { from: 0, to: text.length }
    case 'line':
      return lineAt(text, span.from)
    case 'next-line':
      return lineAt(text, Math.min(text.length, lineAt(text, span.to).to + 1))
    case 'section': {
      const initiative = initiatives.find((each) => each.span.from <= span.from && span.from < each.span.to)
      const section = [...(initiative?.sections ?? []), ...sections].find(({ label, body }) => label.span.from <= span.from && span.from < body.to)
      return section ? { from: section.label.span.from, to: section.body.to } : initiative ? initiative.span : lineAt(text, span.from)
    }
  }
}

/** The line that holds an offset, without its line break. */
function lineAt(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset)
  return { from: text.lastIndexOf('\n', offset - 1) + 1, to: end < 0 ? text.length : end }
}
