import type { Initiative, Section, Survey } from '../survey/model'
import type { SectionTemplate } from '../survey/profile'
import { normalTitle, titleMatcher } from '../survey/titles'

/** The same section of all initiatives. */
export interface Across {
  /** What the survey calls it. */
  readonly title: string
  /** In text order. Of an initiative that has the section several times, each; of one that has it not, none. */
  readonly parts: readonly AcrossPart[]
}

export interface AcrossPart {
  readonly initiative: Initiative
  readonly sections: readonly Section[]
  /** The template that it is missing by, where the profile asks for it. */
  readonly missing: SectionTemplate | undefined
}

/** A section that some initiative has, or should have. */
export interface AcrossChoice {
  /** Its kind; its title where it has none. */
  readonly name: string
  readonly title: string
  /** How many initiatives have it. */
  readonly count: number
}

/** The sections to choose from: those of the profile in its order, then others in text order. */
export function acrossChoices({ profile, initiatives, dialect }: Survey): readonly AcrossChoice[] {
  const asked = profile.initiative.filter(
    ({ kind, required }) =>
      required || initiatives.some(({ sections }) => sections.some((section) => section.kind === kind)),
  )
  const others = new Map<string, string>()
  for (const { sections } of initiatives)
    for (const { kind, words } of sections)
      if (kind === undefined && !others.has(normalTitle(words))) others.set(normalTitle(words), words)
  const count = (has: (section: Section) => boolean): number =>
    initiatives.filter(({ sections }) => sections.some(has)).length
  return [
    ...asked.map(({ kind, title }) => ({
      name: kind,
      title: dialect.titles.get(kind) ?? title,
      count: count((section) => section.kind === kind),
    })),
    ...[...others].map(([normal, words]) => ({
      name: words,
      title: words,
      count: count((section) => section.kind === undefined && normalTitle(section.words) === normal),
    })),
  ]
}

/** The section that a kind or one of its titles names, in any case; undefined where no initiative has or should have such a section. */
export function sectionsAcross(survey: Survey, name: string): Across | undefined {
  const { profile, initiatives } = survey
  const normal = normalTitle(name)
  const kind =
    profile.initiative.find((template) => template.kind.toLowerCase() === normal)?.kind ??
    titleMatcher(profile.initiative, profile.suffixes)(normal)?.kind
  const choice = acrossChoices(survey).find((each) => each.name === kind || normalTitle(each.name) === normal)
  if (!choice || initiatives.length === 0) return undefined
  const isIt = (section: Section): boolean =>
    kind === undefined ? section.kind === undefined && normalTitle(section.words) === normal : section.kind === kind
  return {
    title: choice.title,
    parts: initiatives.map((initiative) => ({
      initiative,
      sections: initiative.sections.filter(isIt),
      missing: initiative.missing.find((template) => template.kind === kind),
    })),
  }
}
