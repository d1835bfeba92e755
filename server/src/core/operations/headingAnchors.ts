import type { Document } from '../document'
import { slugsOf } from '../survey/slugs'
import { applyEdits, replacement, type Edit } from '../text/edit'
import type { HeadingLink } from './headingLinks'

/** The headings of a file, in text order, with what links call them; or would, once edits are made in them. `from` is where their words start, before the edits. */
export function anchorsOf(
  { buffer, gathered: { marks, bases } }: Document,
  edits: readonly Edit[] = [],
): readonly { readonly from: number; readonly slug: string }[] {
  const headings = marks.flatMap(({ label: { form, content } }, i) => {
    const base = bases[i] ?? 0
    return form === 'heading' ? [{ from: base + content.from, to: base + content.to }] : []
  })
  const words = headings.map(({ from, to }) => {
    const own = edits.filter(({ span }) => from <= span.from && span.to <= to)
    return applyEdits(
      buffer.slice(from, to),
      own.map(({ span, insert }) => ({ span: { from: span.from - from, to: span.to - from }, insert })),
    )
  })
  const slugs = slugsOf(words)
  return headings.map(({ from }, i) => ({ from, slug: slugs[i] ?? '' }))
}

/**
 * Where a link leads once the anchors of headings have changed: `anchors` has the old ones and the new. A title of symbols alone has no
 * anchor: a link that leads nowhere is noticed, one to the top of the file is not.
 */
export function redirected(link: HeadingLink, anchors: ReadonlyMap<string, string>): readonly Edit[] {
  const anchor = anchors.get(link.slug)
  return anchor === undefined || anchor === link.slug || anchor === '' ? [] : [replacement(link.anchor, anchor)]
}
