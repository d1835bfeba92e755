import type { Contents, ListedHeading } from './model'

/** The headings below the table that it leaves out, although it lists two thirds of those beside them. */
export function unlisted({ entries, headings }: Pick<Contents, 'entries' | 'headings'>): readonly ListedHeading[] {
  const end = entries.at(-1)?.span.to ?? 0
  const listed = new Set(entries.flatMap(({ heading, meant }) => heading ?? meant ?? []))
  const below = headings.filter(({ span }) => span.from > end)
  const counts = new Map<string, { all: number; listed: number }>()
  for (const heading of below) {
    const count = counts.get(siblingsKey(heading)) ?? { all: 0, listed: 0 }
    counts.set(siblingsKey(heading), count)
    count.all++
    if (listed.has(heading)) count.listed++
  }
  return below.filter((heading) => {
    const count = counts.get(siblingsKey(heading))
    return count && !listed.has(heading) && count.listed * 3 >= count.all * 2
  })
}

const siblingsKey = ({ parent, level }: ListedHeading): string => `${parent?.span.from ?? -1} ${level}`
