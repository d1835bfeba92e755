import type { Text } from '../../text/text'
import type { Gathered } from '../gather'
import { slugsOf, type SlugStyle } from '../slugs'
import type { HeadingWords, ListedHeading } from './model'

/** The headings of a text in text order; their spans have their words only. */
export function headingsOf({ marks, bases }: Pick<Gathered, 'marks' | 'bases'>, text: Text): readonly HeadingWords[] {
  return marks.flatMap(({ label: { form, content, level } }, i) => {
    if (form !== 'heading') return []
    const base = bases[i] ?? 0
    const span = { from: base + content.from, to: base + content.to }
    return [{ span, level: level ?? 1, words: text.slice(span.from, span.to) }]
  })
}

/** The same with what links call them, and what stands above them. */
export function nested(headings: readonly HeadingWords[], style: SlugStyle): readonly ListedHeading[] {
  const slugs = slugsOf(
    headings.map(({ words }) => words),
    style,
  )
  const above: ListedHeading[] = []
  return headings.map((heading, i) => {
    while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop()
    const listed = { ...heading, slug: slugs[i] ?? '', parent: above.at(-1) }
    above.push(listed)
    return listed
  })
}
