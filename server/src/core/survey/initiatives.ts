import { mostCounted } from '../text/mostCommon'
import type { Mark } from './facts'

/** Which marks open initiatives, and where the initiatives begin and end. Indices into the list of marks. */
export interface Region {
  /** The heading above the initiatives; absent where they stand without one. */
  readonly opening?: number
  /** The initiatives' headings, in text order; never empty unless there is an opening. */
  readonly initiatives: readonly number[]
  readonly level: number
  /** The first mark after the region. */
  readonly end: number
  /** Where the file's structure tells: for each initiative, the first mark behind it, and the marks that open its sections. */
  readonly described?: {
    readonly ends: readonly number[]
    readonly sections: readonly (readonly number[])[]
    /** The heading of the group that the first one is in, or the first one itself. */
    readonly start: number
  }
}

/** The first mark of the region. */
export const regionStart = ({ opening, described, initiatives, end }: Region): number =>
  opening ?? described?.start ?? initiatives[0] ?? end

/** So many different sections below one heading are no coincidence; with a profile that has fewer, two. */
const TELLING_SECTIONS = 3

/** Finds the initiatives by the heading above them, or else by their sections, of which the profile has so many kinds. */
export function findInitiatives(marks: readonly Mark[], kinds: number): Region | undefined {
  const opened = marks
    .map((mark, i) => (mark.opensInitiatives ? regionBelow(marks, i) : undefined))
    .filter((region): region is Region => region !== undefined)
  const isTitle = ({ opening }: Region): boolean => marks[opening ?? 0]?.label.level === 1
  const isEvidently = ({ initiatives }: Region): boolean => initiatives.some((i) => isEvident(marks, i))
  const best =
    opened.find((region) => !isTitle(region) && isEvidently(region)) ??
    opened.find((region) => !isTitle(region) && region.initiatives.length > 0) ??
    opened.find(isEvidently)
  return (
    best ??
    regionOfGroups(marks, Math.max(2, Math.min(TELLING_SECTIONS, kinds))) ??
    opened.find((region) => !isTitle(region))
  )
}

const levelOf = (mark: Mark | undefined): number => mark?.label.level ?? 7

const isSection = (mark: Mark | undefined): boolean => mark?.initiativeSection !== undefined

/** A title that both a survey and an initiative may have is the survey's where it stands as high as the heading above the initiatives. */
const isSurveys = (mark: Mark, outer: number): boolean => mark.surveySection !== undefined && levelOf(mark) <= outer

/** A heading that can only be an initiative's: it has a number, or a section of an initiative stands right below it. */
const isEvident = (marks: readonly Mark[], i: number): boolean => {
  const mark = marks[i]
  if (!mark || mark.label.form !== 'heading' || isSection(mark)) return false
  if (mark.number !== undefined) return true
  // A heading below the level of the section that follows it ends the section before.
  return (
    !mark.surveySection && !mark.opensInitiatives && isSection(marks[i + 1]) && levelOf(marks[i + 1]) >= levelOf(mark)
  )
}

function regionBelow(marks: readonly Mark[], opening: number): Region {
  const outer = levelOf(marks[opening])
  const level = commonLevel(marks, opening, outer)
  const initiatives: number[] = []
  let seen = new Set<string>()
  let end = opening + 1
  for (; end < marks.length; end++) {
    const mark = marks[end] as Mark
    if (isSection(mark) && !isSurveys(mark, outer)) {
      seen.add(mark.initiativeSection?.kind ?? '')
      continue
    }
    if (mark.label.form !== 'heading') {
      if (initiatives.length > 0 && mark.surveySection) break
      continue
    }
    const evident =
      isEvident(marks, end) &&
      (mark.number !== undefined || initiatives.length === 0 || levelOf(mark) <= level || repeats(marks, end, seen))
    if (levelOf(mark) <= outer && (!evident || levelOf(mark) < outer || mark.surveySection)) break
    if (evident || levelOf(mark) === level) {
      if (mark.surveySection && levelOf(mark) < level) break
      initiatives.push(end)
      seen = new Set()
    } else if (levelOf(mark) < level) {
      // A heading between the levels of the survey and of the initiatives that is neither: it groups initiatives.
      seen = new Set()
    }
  }
  return { opening, initiatives, level, end }
}

/** Whether a section below a heading is one that the initiative above it has already: then a new one begins. */
function repeats(marks: readonly Mark[], heading: number, seen: ReadonlySet<string>): boolean {
  for (let i = heading + 1; isSection(marks[i]); i++) if (seen.has(marks[i]?.initiativeSection?.kind ?? '')) return true
  return false
}

/** The level most initiatives have, of two the higher; where nothing tells, that of the first heading below. */
function commonLevel(marks: readonly Mark[], opening: number, outer: number): number {
  const counts = new Map<number, number>()
  let first: number | undefined
  for (let i = opening + 1; i < marks.length; i++) {
    const mark = marks[i] as Mark
    if (mark.label.form !== 'heading' || (isSection(mark) && !isSurveys(mark, outer))) continue
    const level = levelOf(mark)
    if (level <= outer && !isEvident(marks, i)) break
    if (level > outer) first ??= level
    if (isEvident(marks, i)) counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return mostCounted(new Map([...counts].sort(([a], [b]) => a - b))) ?? first ?? outer + 1
}

/** Without a heading above them: at least two headings with several sections of an initiative each. */
function regionOfGroups(marks: readonly Mark[], telling: number): Region | undefined {
  const groups: number[] = []
  const levels = new Map<number, number>()
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i] as Mark
    if (!isEvident(marks, i) || mark.label.level === 1) continue
    const kinds = new Set<string>()
    for (let j = i + 1; j < marks.length && (isSection(marks[j]) || levelOf(marks[j]) > levelOf(mark)); j++) {
      const kind = marks[j]?.initiativeSection?.kind
      if (kind !== undefined) kinds.add(kind)
    }
    if (kinds.size < telling) continue
    groups.push(i)
    levels.set(levelOf(mark), (levels.get(levelOf(mark)) ?? 0) + 1)
  }
  const last = groups.at(-1)
  if (groups.length < 2 || last === undefined) return undefined
  let end = last + 1
  while (
    end < marks.length &&
    (isSection(marks[end]) || (levelOf(marks[end]) > levelOf(marks[last]) && !marks[end]?.surveySection))
  )
    end++
  return { initiatives: groups, level: mostCounted(levels) ?? 3, end }
}
