import type { Section, Survey } from '../survey/model'
import { REFERENCES } from '../survey/profile'
import { allSections } from '../survey/query'
import { repeatedSections } from './shared/duplicates'
import { labelSpan, noneSentence, quoted, sectionName } from '../survey/names'
import type { Rule } from './rule'

/**
 * A reference list is left out: without citations there is nothing to list, and with them each one is undefined.
 * So is a section that stands twice: `duplicate-section` reports the pair.
 */
export const emptySection: Rule = {
  code: 'empty-section',
  severity: 'warning',
  summary: 'A section has a label and nothing below it.',
  rationale:
    'A reader cannot tell whether there is nothing to say or nobody has said it yet. “None.” is an answer, an empty section is not.',
  reads: ['weights'],
  example: {
    bad: `## Current initiatives
### #1 Plasma
#### What is it?
A side chain.
#### Who does it?
Two companies.
#### Strengths
     ^^^^^^^^^ empty-section: “Strengths” of #1 Plasma is empty. Write it, or say “None.”
#### Weaknesses
It is young.
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
    const empty = allSections(survey).filter(({ section }) => section.state === 'empty' && section.kind !== REFERENCES)
    if (empty.length === 0) return
    const twice = sectionsThatStandTwice(survey)
    for (const { section, initiative } of empty) {
      if (twice.has(section) || isOutline(section)) continue
      yield {
        span: labelSpan(section.label),
        message: `${sectionName(section, initiative)} is empty. ${advice(initiative && section, survey)}`,
      }
    }
  },
}

/** A section that the profile does not know, and that holds nothing but further headings. */
const isOutline = ({ kind, hasHeadings }: Section): boolean => kind === undefined && hasHeadings

function sectionsThatStandTwice({ sections, initiatives }: Survey): ReadonlySet<Section> {
  const lists = [sections, ...initiatives.map((initiative) => initiative.sections)]
  return new Set(lists.flatMap((list) => [...repeatedSections(list)].flat()))
}

function advice(section: Section | undefined, { profile }: Survey): string {
  const none = section?.kind === undefined ? undefined : noneSentence(profile)
  return none === undefined ? 'Write it, or remove its heading.' : `Write it, or say ${quoted(none)}`
}
