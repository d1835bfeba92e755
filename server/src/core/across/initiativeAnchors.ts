import type { Document } from '../document'
import { headingsOf, nested } from '../survey/contents/headings'
import type { Initiative } from '../survey/model'
import { slugStyles } from '../survey/slugs'

/** What links call the headings of initiatives after `#`; undefined for one that is no heading. */
export function initiativeAnchors({
  gathered,
  buffer,
  survey,
}: Document): (initiative: Initiative) => string | undefined {
  const style = survey.contents?.style ?? slugStyles[0]
  const slugs = new Map(
    style ? nested(headingsOf(gathered, buffer), style).map(({ span, slug }) => [span.from, slug] as const) : [],
  )
  return ({ label }) => (label.form === 'heading' ? slugs.get(label.content.from) : undefined)
}
