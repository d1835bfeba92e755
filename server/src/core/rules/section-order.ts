import type { Initiative, Section, Survey } from '../survey/model'
import type { SectionTemplate } from '../survey/profile'
import { repeatedSections } from './shared/duplicates'
import { labelSpan, plainTitle, quoted, sectionName } from '../survey/names'
import type { Finding, Rule } from './rule'

/** One finding for each initiative at most. A section that stands twice is left to `duplicate-section`. */
export const sectionOrder: Rule = {
  code: 'section-order',
  severity: 'hint',
  summary: 'The sections of an initiative are not in the order of the profile.',
  rationale: 'Readers who compare initiatives look for the same section in the same place.',
  reads: [],
  example: {
    bad: `## Current initiatives
### #1 Plasma
#### What is it?
A side chain.
#### Who does it?
Two companies.
#### Weaknesses
It is young.
#### Strengths
     ^^^^^^^^^ section-order: “Strengths” of #1 Plasma comes after “Weaknesses”. Move it up, so that every initiative reads alike.
It is fast.
#### Opportunities
Cheap payments.
#### Threats
None.
`,
    good: `## Current initiatives
### #1 Plasma
#### What is it?
A side chain.
#### Who does it?
Two companies.
#### Strengths
It is fast.
#### Weaknesses
It is young.
#### Opportunities
Cheap payments.
#### Threats
None.
`,
  },

  *check({ survey }) {
    const { profile, initiatives, sections } = survey
    for (const initiative of initiatives) yield* misplaced(initiative.sections, profile.initiative, initiative)
    yield* misplaced(sections, profile.survey, undefined)
  },
}

function* misplaced(
  sections: Survey['sections'],
  order: readonly SectionTemplate[],
  initiative: Initiative | undefined,
): Iterable<Finding> {
  const ranks = new Map(order.map(({ kind }, rank) => [kind, rank]))
  const rankOf = ({ kind }: Section): number | undefined => (kind === undefined ? undefined : ranks.get(kind))
  const twice = repeatedSections(sections)
  let furthest: { readonly section: Section; readonly rank: number } | undefined
  for (const section of sections) {
    const rank = rankOf(section)
    if (rank === undefined || twice.has(section)) continue
    if (furthest && rank < furthest.rank) {
      yield {
        span: labelSpan(section.label),
        message: `${sectionName(section, initiative)} comes after ${quoted(plainTitle(furthest.section.title))}. Move it up, so that ${initiative ? 'every initiative reads' : 'surveys read'} alike.`,
        related: [{ span: labelSpan(furthest.section.label), message: 'It belongs before this one.' }],
      }
      return
    }
    furthest = { section, rank }
  }
}
