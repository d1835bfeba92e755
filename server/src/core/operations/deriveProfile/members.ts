import type { Document } from '../../document'
import type { FreeLabel } from './labels'

/** One thing that is described: its heading, and the labels below it. */
export interface Member {
  readonly label: FreeLabel
  readonly children: readonly FreeLabel[]
}

export interface Members {
  /** What they stand under; absent where that is nothing. */
  readonly opening?: FreeLabel | undefined
  readonly members: readonly Member[]
}

/** The initiatives of a survey; of another text, the sibling headings with the most in common below them. */
export function membersOf(document: Document, labels: readonly FreeLabel[]): Members | undefined {
  return knownMembers(document, labels) ?? similarMembers(labels)
}

function knownMembers({ survey, recognition }: Document, labels: readonly FreeLabel[]): Members | undefined {
  const known = survey.initiatives.filter(({ sections }) => sections.some(({ kind }) => kind !== undefined))
  if (!recognition.survey || known.length === 0 || known.length * 2 < survey.initiatives.length) return undefined
  const byOffset = new Map(labels.map((label, i) => [label.at, i]))
  const members = survey.initiatives.flatMap(({ span }): readonly Member[] => {
    const index = byOffset.get(span.from)
    return index === undefined ? [] : [memberAt(labels, index, ({ at }) => at < span.to)]
  })
  const opening = survey.initiativesHeading && labels[byOffset.get(survey.initiativesHeading.span.from) ?? -1]
  return { opening, members }
}

function similarMembers(labels: readonly FreeLabel[]): Members | undefined {
  let best:
    { readonly members: readonly Member[]; readonly score: number; readonly titles: ReadonlySet<string> } | undefined
  for (const siblings of families(labels)) {
    const members = siblings.map((index) => memberAt(labels, index))
    const titles = sharedTitles(members)
    const score = members.reduce(
      (sum, { children }) =>
        sum + new Set(children.map(({ normal }) => normal).filter((title) => titles.has(title))).size,
      0,
    )
    // Of a tie the inner ones: what has sections in it is described, not what has those in it.
    if (score > 0 && score >= (best?.score ?? 0)) best = { members, score, titles }
  }
  if (!best) return undefined
  const { titles } = best
  const level = best.members[0]?.label.level
  const described = labels
    .flatMap((label, i) => (label.level === level ? [memberAt(labels, i)] : []))
    .filter(({ children }) => children.some(({ normal }) => titles.has(normal)))
  return { opening: openingOf(labels, described), members: described }
}

/** Headings of one level below one heading, as indices; the outer ones first. */
function families(labels: readonly FreeLabel[]): readonly (readonly number[])[] {
  const found: number[][] = []
  for (let level = 1; level <= 6; level++) {
    let family: number[] | undefined
    labels.forEach((label, i) => {
      if (label.level < level) family = undefined
      if (label.level !== level) return
      if (!family) found.push((family = []))
      family.push(i)
    })
  }
  return found.filter(({ length }) => length > 1)
}

function memberAt(labels: readonly FreeLabel[], index: number, isChild?: (other: FreeLabel) => boolean): Member {
  const label = labels[index] as FreeLabel
  const isBelow = isChild ?? (({ level }) => level > label.level)
  let end = index + 1
  for (let next = labels[end]; next && isBelow(next); next = labels[end]) end++
  return { label, children: labels.slice(index + 1, end).filter(({ normal }) => normal !== '') }
}

/** The titles that stand in more than one of them. */
function sharedTitles(members: readonly Member[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { children } of members) {
    for (const title of new Set(children.map(({ normal }) => normal))) (seen.has(title) ? shared : seen).add(title)
  }
  return shared
}

/** The innermost heading that has all of them below it. */
function openingOf(labels: readonly FreeLabel[], members: readonly Member[]): FreeLabel | undefined {
  const [first, last] = [members[0]?.label, members.at(-1)?.label]
  if (!first || !last) return undefined
  const inner = labels.filter(({ level, at }) => level < first.level && first.at < at && at < last.at)
  const outer = Math.min(first.level, ...inner.map(({ level }) => level))
  return labels.findLast(({ level, at }) => at < first.at && level < outer)
}
