import type { Document } from '../document'
import { headingsOf } from '../survey/contents/headings'
import { slugsOf } from '../survey/slugs'
import { applyEdits, replacement, type Edit } from '../text/edit'
import { shift } from '../text/span'
import type { HeadingLink } from './headingLinks'

/** The headings of a file, in text order, with what links call them; or would, once edits are made in them. `from` is where their words start, before the edits. */
export function anchorsOf(
  { buffer, gathered, survey }: Document,
  edits: readonly Edit[] = [],
): readonly { readonly from: number; readonly slug: string }[] {
  const headings = headingsOf(gathered, buffer)
  const words = headings.map(({ span, words: written }) => {
    const own = edits.filter((edit) => span.from <= edit.span.from && edit.span.to <= span.to)
    return applyEdits(
      written,
      own.map((edit) => ({ span: shift(edit.span, -span.from), insert: edit.insert })),
    )
  })
  const slugs = slugsOf(words, survey.contents?.style)
  return headings.map(({ span: { from } }, i) => ({ from, slug: slugs[i] ?? '' }))
}

/**
 * Where a link leads once the anchors of headings have changed: `anchors` has the old ones and the new. A title of symbols alone has no
 * anchor: a link that leads nowhere is noticed, one to the top of the file is not.
 */
export function redirected(link: HeadingLink, anchors: ReadonlyMap<string, string>): readonly Edit[] {
  const anchor = anchors.get(link.slug)
  return anchor === undefined || anchor === link.slug || anchor === '' ? [] : [replacement(link.anchor, anchor)]
}
