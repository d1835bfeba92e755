import type { LinkDefinition, Reference } from '../references/model'
import type { Span } from '../text/span'
import type { Initiative, Section, SectionState, Survey } from './model'
import { definitionPlaceholder, placeholdersByEntry } from './placeholders'
import { REFERENCES, type SectionTemplate } from './profile'
import { aroundInitiatives, inTemplateOrder } from './query'

/** Something of a survey that is still to be written. */
export type Incomplete = IncompleteSection | MissingSection | IncompleteReference

export interface IncompleteSection {
  readonly type: 'section'
  readonly section: Section
  /** Absent for a section of the survey itself. */
  readonly initiative?: Initiative
  /** The first placeholder in it; absent where it is empty. */
  readonly placeholder?: Span | undefined
}

export interface MissingSection {
  readonly type: 'missing'
  readonly template: SectionTemplate
  readonly initiative: Initiative
}

export interface IncompleteReference {
  readonly type: 'reference'
  readonly reference: Reference | LinkDefinition
  /** The first placeholder in its entry, else in its link definition. */
  readonly placeholder: Span
}

/**
 * Everything that is still to be written, which is what every count of it counts: the sections that are missing, empty, a placeholder
 * or a draft, in text order with the missing ones where they belong, then the references with a placeholder. A reference list is
 * among the sections for what belongs to none of its references.
 */
export function incompleteIn(survey: Survey): readonly Incomplete[] {
  const { before, after } = aroundInitiatives(survey)
  return [
    ...ownOf(before, survey),
    ...survey.initiatives.flatMap((initiative) => ofInitiative(initiative, survey)),
    ...ownOf(after, survey),
    ...incompleteReferences(survey),
  ]
}

/** How many of the sections that the profile wants of an initiative are written, and how many it wants. */
export const progress = ({ sections, missing }: Initiative): Progress => ({
  done: sections.filter(isWritten).length,
  total: sections.length + missing.length,
})

/** How many sections of a survey are written, and how many they are with everything that is incomplete. */
export function surveyProgress(survey: Survey): Progress {
  const own = survey.sections.filter((section) => section.kind !== REFERENCES && isWritten(section))
  const done = survey.initiatives.reduce((sum, initiative) => sum + progress(initiative).done, own.length)
  return { done, total: done + incompleteIn(survey).length }
}

export interface Progress {
  readonly done: number
  readonly total: number
}

export const isWritten = ({ state }: Section): boolean => WRITTEN.has(state)

const WRITTEN: ReadonlySet<SectionState> = new Set(['none', 'complete'])

const ownOf = (sections: readonly Section[], survey: Survey): readonly Incomplete[] =>
  sections.flatMap((section) =>
    section.kind === REFERENCES ? ofList(section, survey) : isWritten(section) ? [] : [incomplete(section)],
  )

function ofInitiative(initiative: Initiative, { profile }: Survey): readonly Incomplete[] {
  if (initiative.missing.length === 0 && initiative.sections.every(isWritten)) return []
  return inTemplateOrder(initiative, profile).flatMap((each): readonly Incomplete[] => {
    if (!('state' in each)) return [{ type: 'missing', template: each, initiative }]
    return isWritten(each) ? [] : [{ ...incomplete(each), initiative }]
  })
}

const incomplete = (section: Section): IncompleteSection => ({
  type: 'section',
  section,
  placeholder: section.placeholders[0],
})

/** A list that holds nothing but link definitions is not empty to its author. */
function ofList(section: Section, { definitions }: Survey): readonly Incomplete[] {
  const { body, state } = section
  const placeholder = section.placeholders.find(({ within }) => within === undefined)
  const isEmpty = state === 'empty' && !definitions.some(({ span }) => body.from <= span.from && span.from < body.to)
  return placeholder || isEmpty ? [{ type: 'section', section, placeholder }] : []
}

/** What a survey lists: entries, else, where it has none, its link definitions. */
export const listedIn = ({ references, definitions }: Survey): readonly (Reference | LinkDefinition)[] =>
  references.length > 0 ? references : definitions

function incompleteReferences(survey: Survey): readonly IncompleteReference[] {
  const inEntries = placeholdersByEntry(survey)
  const placeholderOf = (reference: Reference | LinkDefinition): Span | undefined => {
    if (!('body' in reference)) return definitionPlaceholder(reference, survey.profile)
    const { definition } = reference
    return inEntries.get(reference) ?? (definition && definitionPlaceholder(definition, survey.profile))
  }
  return listedIn(survey).flatMap((reference) => {
    const placeholder = placeholderOf(reference)
    return placeholder ? [{ type: 'reference', reference, placeholder }] : []
  })
}
