import type { FoundLabel } from '../facts/foundLabel'
import type { Mark } from '../facts'
import type { Region } from '../initiatives'
import { REFERENCES } from '../profile'
import type { Structure } from './structure'

/** Where the things described are among the marks. */
export function describedRegion(
  marks: readonly Mark[],
  { form, depth, isFlat }: Structure,
  items: ReadonlySet<FoundLabel>,
): Region | undefined {
  const initiatives = marks.flatMap(({ found }, i) => (items.has(found) ? [i] : []))
  const [first] = initiatives
  if (first === undefined) return undefined
  const ends = initiatives.map((item, i) => {
    const next = initiatives[i + 1] ?? marks.length
    for (let at = item + 1; at < next; at++) if (endsOne(marks[at])) return at
    return next
  })
  const opening = openingOf(marks, first, ends.at(-1) ?? first)
  return {
    ...(opening !== undefined && { opening }),
    initiatives,
    level: form === 'heading' ? depth : Math.min(6, (marks[opening ?? -1]?.label.level ?? 2) + 1),
    end: ends.at(-1) ?? first,
    described: {
      start: groupOf(marks, first),
      ends,
      sections: initiatives.map((item, i) => sectionsBelow(marks, item, ends[i] ?? item)),
    },
  }

  /** What stands as high as what is described ends it, unless it is a section that does; so does the list of references. */
  function endsOne(mark: Mark | undefined): boolean {
    if (!mark) return true
    if (mark.found.depth <= depth) return !(isFlat && mark.initiativeSection)
    return !mark.initiativeSection && mark.surveySection?.kind === REFERENCES
  }
}

/** The sections of one, and the headings that stand as high; what stands below one of them is its text. */
function sectionsBelow(marks: readonly Mark[], item: number, end: number): readonly number[] {
  const starts: number[] = []
  let around = Infinity
  for (let i = item + 1; i < end; i++) {
    const { found, label, initiativeSection } = marks[i] as Mark
    if (found.depth > around || (!initiativeSection && label.form !== 'heading')) continue
    around = found.depth
    if (initiativeSection || starts.length > 0) starts.push(i)
  }
  return starts
}

/** The heading that the first one stands below, unless it is the title of the text or a section; else the first one itself. */
function groupOf(marks: readonly Mark[], first: number): number {
  const own = marks[first]?.found.depth ?? 0
  for (let i = first - 1; i >= 0; i--) {
    const mark = marks[i]
    if (mark?.label.form === 'heading' && mark.found.depth < own)
      return mark.found.depth > 1 && !mark.surveySection ? i : first
  }
  return first
}

/** The heading above all of them, where there is one that is neither the title of the text nor a section. */
function openingOf(marks: readonly Mark[], first: number, end: number): number | undefined {
  const own = marks[first]?.found.depth ?? 0
  const isHeading = (mark: Mark | undefined): mark is Mark => mark?.label.form === 'heading'
  const inner = marks.slice(first, end).filter((mark) => isHeading(mark) && mark.found.depth < own)
  const outer = Math.min(own, ...inner.map(({ found }) => found.depth))
  for (let i = first - 1; i >= 0; i--) {
    const mark = marks[i]
    if (isHeading(mark) && mark.found.depth < outer) return mark.found.depth > 1 && !mark.surveySection ? i : undefined
  }
  return undefined
}
