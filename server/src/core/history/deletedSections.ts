import { likeness, type Titled } from './likeness'
import type { DeletedSection } from './revision'
import type { InitiativeState, KeptSection, SurveyState } from './surveyState'

/**
 * The sections of one revision that the next one has not, in text order. What was renamed, renumbered or moved is there; of an
 * initiative that is gone, all its sections are deleted.
 */
export function deletedSections(before: SurveyState, after: SurveyState): readonly DeletedSection[] {
  const left = pairs(before.initiatives, after.initiatives)
  const ofInitiatives = before.initiatives.flatMap((initiative) => {
    const now = left.get(initiative)
    return goneFrom(initiative.sections, now?.sections ?? []).map((section) =>
      deleted(section, initiative.title, now === undefined),
    )
  })
  const own = goneFrom(before.sections, after.sections).map((section) => deleted(section, null, false))
  return [...ofInitiatives, ...own]
}

/** Those that are deleted whichever of several revisions one comes from. */
export const deletedInAll = (befores: readonly SurveyState[], after: SurveyState): readonly DeletedSection[] =>
  befores
    .map((before) => deletedSections(before, after))
    .reduce((common, found) => common.filter((each) => found.some((other) => nameOf(other) === nameOf(each))))

const nameOf = ({ initiative, kind, title }: DeletedSection): string => JSON.stringify([initiative, kind ?? title])

const deleted = (
  { kind, title }: KeptSection,
  initiative: string | null,
  isWithInitiative: boolean,
): DeletedSection => ({ initiative, kind: kind ?? null, title, isWithInitiative })

/** Which initiative each has become: the one of that title, else the one that says the same, else, where it said nothing yet, the one of that number. */
function pairs(
  before: readonly InitiativeState[],
  after: readonly InitiativeState[],
): ReadonlyMap<InitiativeState, InitiativeState> {
  const found = new Map<InitiativeState, InitiativeState>()
  const free = new Set(after)
  const pair = (old: InitiativeState, now: InitiativeState | undefined): void => {
    if (!now) return
    found.set(old, now)
    free.delete(now)
  }
  for (const old of before)
    pair(
      old,
      [...free].find(({ normal }) => normal === old.normal),
    )
  for (const old of before) if (!found.has(old)) pair(old, mostAlike(old, free, initiativeText))
  for (const old of before)
    if (!found.has(old) && !old.isBegun && old.number !== undefined)
      pair(
        old,
        [...free].find(({ number }) => number === old.number),
      )
  return found
}

/** The sections that have no successor. A kind that is there twice and later once is still there. */
function goneFrom(before: readonly KeptSection[], after: readonly KeptSection[]): readonly KeptSection[] {
  const kinds = new Set(after.map(({ kind }) => kind))
  const titles = new Set(after.map(({ normal }) => normal))
  const left = before.filter(({ kind, normal }) => !(kind !== undefined && kinds.has(kind)) && !titles.has(normal))
  if (left.length === 0) return left
  const oldKinds = new Set(before.map(({ kind }) => kind))
  const oldTitles = new Set(before.map(({ normal }) => normal))
  const fresh = new Set(
    after.filter(({ kind, normal }) => !(kind !== undefined && oldKinds.has(kind)) && !oldTitles.has(normal)),
  )
  return left.filter((old) => {
    // Two kinds that the profile knows are two things, whatever text was moved from one to the other.
    const named = [...fresh].filter(({ kind }) => kind === undefined || old.kind === undefined)
    const now = mostAlike(old, named, sectionText)
    if (now) fresh.delete(now)
    return now === undefined
  })
}

const initiativeText = ({ normal, sections }: InitiativeState): Titled => ({
  normal,
  text: sections.map(({ body }) => body).join('\n'),
})

const sectionText = ({ normal, body }: KeptSection): Titled => ({ normal, text: body })

function mostAlike<T>(old: T, candidates: Iterable<T>, textOf: (each: T) => Titled): T | undefined {
  const [best] = [...candidates]
    .map((each) => ({ each, share: likeness(textOf(old), textOf(each)) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  return best?.each
}
