import type { Span } from './span'

/** Replaces the text of `span` by `insert`. Offsets are those of the text before any edit. */
export interface Edit {
  readonly span: Span
  readonly insert: string
}

export const insertion = (at: number, insert: string): Edit => ({ span: { from: at, to: at }, insert })

export const replacement = (span: Span, insert: string): Edit => ({ span, insert })

export const deletion = (span: Span): Edit => ({ span, insert: '' })

/**
 * Applies edits that were all computed for `text`, in any order.
 * Of two that overlap the later in the text is left out: half a change is worse than one change less.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of compatible(edits)) {
    result += text.slice(at, edit.span.from) + edit.insert
    at = edit.span.to
  }
  return result + text.slice(at)
}

/** The edits in text order, without exact repetitions and without those that overlap an earlier one. */
export function compatible(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)) {
    const last = kept.at(-1)
    if (last && edit.span.from < last.span.to) continue
    if (last && same(last, edit)) continue
    kept.push(edit)
  }
  return kept
}

const same = (a: Edit, b: Edit): boolean =>
  a.span.from === b.span.from && a.span.to === b.span.to && a.insert === b.insert

/** Deletions that overlap or touch as one. */
export function united(deletions: readonly Edit[]): readonly Edit[] {
  const spans: Span[] = []
  for (const { span } of [...deletions].sort((a, b) => a.span.from - b.span.from)) {
    const last = spans.at(-1)
    if (last && span.from <= last.to) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else spans.push(span)
  }
  return spans.map(deletion)
}
