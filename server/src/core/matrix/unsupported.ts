import type { Document } from '../document'
import { claimsIn, judges } from '../evidence/claims'
import type { Section } from '../survey/model'

/** How many claims of a section no source backs, nor its author’s own word; undefined for a section that does not judge. */
export function unsupportedClaims({ markdown, buffer, survey }: Document): (section: Section) => number | undefined {
  const counts = new Map<Section, number>()
  for (const { section, support } of claimsIn(markdown, buffer, survey))
    if (support === 'none') counts.set(section, (counts.get(section) ?? 0) + 1)
  return (section) => (judges(section) ? (counts.get(section) ?? 0) : undefined)
}
