import { lastAtMost } from '../text/search'
import type { Span } from '../text/span'
import type { Text } from '../text/text'
import type { Directive } from './facts'
import type { Initiative, Section, Suppression } from './model'

/** Where each comment wants silence: its line, the next one, the section or initiative around it, or the file. */
export function suppressionsOf(
  directives: readonly Directive[],
  text: Text,
  sections: readonly Section[],
  initiatives: readonly Initiative[],
): readonly Suppression[] {
  return directives.map(({ span, reach, codes }) => ({ codes, scope: scopeOf(reach, span) }))

  function scopeOf(reach: Directive['reach'], { from, to }: Span): Span {
    switch (reach) {
      case 'file':
        return { from: 0, to: text.length }
      case 'line':
        return lineSpan(text, text.positionAt(from).line)
      case 'next-line':
        return lineSpan(text, text.positionAt(to).line + 1)
      case 'section': {
        const initiative = around(initiatives, from, ({ span }) => span)
        const section = (initiative && around(initiative.sections, from, spanOf)) ?? around(sections, from, spanOf)
        return section ? spanOf(section) : initiative ? initiative.span : lineSpan(text, text.positionAt(from).line)
      }
    }
  }
}

/** Tells of a rule's code and an offset whether findings of that rule that start there are silent. */
export function silenceOf(suppressions: readonly Suppression[]): (code: string, offset: number) => boolean {
  const byCode = new Map<string, readonly Span[]>()
  return (code, offset) => {
    if (suppressions.length === 0) return false
    let scopes = byCode.get(code)
    if (!scopes)
      byCode.set(
        code,
        (scopes = merged(
          suppressions.filter(({ codes }) => codes.length === 0 || codes.includes(code)).map(({ scope }) => scope),
        )),
      )
    return around(scopes, offset, (scope) => scope) !== undefined
  }
}

const spanOf = ({ label, body }: Section): Span => ({ from: label.span.from, to: body.to })

/** The item whose span holds an offset, of items in text order that do not overlap. */
function around<T>(items: readonly T[], offset: number, spanAt: (item: T) => Span): T | undefined {
  const found = items[lastAtMost(items, offset, (item) => spanAt(item).from)]
  return found !== undefined && offset < spanAt(found).to ? found : undefined
}

/** The same offsets in spans that do not overlap, in text order. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && span.from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else found.push(span)
  }
  return found
}

/** A line without its line break; the text's end for the one behind the last. */
const lineSpan = (text: Text, line: number): Span => ({
  from: text.offsetAt({ line, character: 0 }),
  to: text.offsetAt({ line, character: Infinity }),
})
