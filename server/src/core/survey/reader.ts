import type { FoundLabel } from './facts/foundLabel'
import { REFERENCES, type Profile, type SectionTemplate } from './profile'
import { isReferencesTitle } from './referenceTitles'
import type { Structure } from './structure/structure'
import { initiativesMatcher, titleMatcher, type TitleMatcher } from './titles'

/** A profile made ready for reading labels. */
export interface Reader {
  readonly profile: Profile
  /** How the file is built, where that tells what its labels are. */
  readonly structure: Structure | undefined
  initiativeSection(label: FoundLabel): SectionTemplate | undefined
  surveySection(label: FoundLabel): SectionTemplate | undefined
  opensInitiatives(normalTitle: string): boolean
  /** Whether something else than a heading may be the label of an initiative. */
  mayBeInitiative(label: FoundLabel): boolean
}

/** By a profile alone, labels are headings and emphasised lines; with the structure of a file, what the file has. */
export function readerOf(profile: Profile, structure?: Structure, isInferred = false): Reader {
  const ofInitiative = titleMatcher(profile.initiative, profile.suffixes)
  const own = titleMatcher(profile.survey, profile.suffixes)
  const references = profile.survey.find(({ kind }) => kind === REFERENCES)
  const ofSurvey: TitleMatcher = (title) => own(title) ?? (isReferencesTitle(title) ? references : undefined)
  const isOwn = ({ label: { form } }: FoundLabel): boolean => form === 'heading' || form === 'emphasis'
  /** A line with the entries of a list below it is the list's title. */
  const listAt = (label: FoundLabel): SectionTemplate | undefined => {
    const section = label.opensList ? (ofSurvey(label.normal) ?? ofSurvey(label.name)) : undefined
    return section?.kind === REFERENCES ? section : undefined
  }
  if (!structure)
    return {
      profile,
      structure,
      initiativeSection: (label) => (isOwn(label) ? ofInitiative(label.normal) : undefined),
      surveySection: (label) =>
        label.label.form === 'heading'
          ? ofSurvey(label.normal)
          : ((isOwn(label) ? own(label.normal) : undefined) ?? listAt(label)),
      opensInitiatives: initiativesMatcher(profile.initiatives),
      mayBeInitiative: () => false,
    }
  return {
    profile,
    structure,
    initiativeSection: isInferred
      ? (label) => structure.sections.get(label.name)
      : (label) =>
          structure.forms.includes(label.label.form)
            ? (ofInitiative(label.normal) ?? ofInitiative(label.name))
            : undefined,
    surveySection: (label) =>
      label.label.form === 'heading' ? (ofSurvey(label.normal) ?? ofSurvey(label.name)) : listAt(label),
    opensInitiatives: () => false,
    mayBeInitiative: ({ label: { form }, depth, isAlone }) =>
      form !== 'heading' && form === structure.form && depth === structure.depth && isAlone,
  }
}
