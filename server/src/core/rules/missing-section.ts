import { initiativeName, labelSpan, listed, noneSentence, quoted } from '../survey/names'
import { insertMissingSections } from '../writing/missingSections'
import type { Rule } from './rule'
import type { Survey } from '../survey/model'
import type { SectionTemplate } from '../survey/profile'
import { sectionTitle } from '../writing/skeleton'

/** Not `safe`: what a save inserts behind the author's back would be placeholders. */
export const missingSection: Rule = {
  code: 'missing-section',
  severity: 'warning',
  summary: 'An initiative lacks a section that its profile asks for.',
  rationale:
    'Initiatives can only be compared where each is judged in the same sections. A section that was deleted, or never begun, leaves no trace to notice it by.',
  reads: [],
  example: {
    bad: `## Current initiatives
### #1 Plasma
    ^^^^^^^^^ missing-section: #1 Plasma has no “Threats”. Add it, or write “None.” if there is nothing to say.
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
  fixAll: 'Insert the missing sections of every initiative',

  *check({ text, survey }) {
    for (const initiative of survey.initiatives) {
      const { missing } = initiative
      if (missing.length === 0) continue
      const titles = missing.map((template) => quoted(sectionTitle(template, survey.dialect)))
      const unused = missing.filter((template) => isSeldomUsed(template, survey))
      yield {
        span: labelSpan(initiative.label),
        message: `${initiativeName(initiative)} ${initiative.sections.length === 0 ? none(titles) : `has no ${listed(titles, 'or')}. ${advice(missing, survey)}`}`,
        fix: {
          title: titles.length === 1 ? `Insert ${titles.join('')}` : `Insert the ${titles.length} missing sections`,
          edits: () => insertMissingSections([initiative], survey, text.toString()),
        },
        ...(unused.length > 0 && {
          operations: unused.map((template) => ({
            id: 'omit-section',
            choices: { section: template.kind },
            title: `${quoted(sectionTitle(template, survey.dialect))} is not used in this survey`,
          })),
        }),
      }
    }
  },

  // Where sections are listed in the table of contents, what is inserted above counts for what is inserted below.
  mendTogether: (findings, { text, survey }) =>
    insertMissingSections(
      survey.initiatives.filter(({ label }) => findings.some(({ span }) => span.from === labelSpan(label).from)),
      survey,
      text.toString(),
    ),
}

/** Whether two thirds of the initiatives lack it. */
function isSeldomUsed(template: SectionTemplate, { initiatives }: Survey): boolean {
  const lacking = initiatives.filter(({ missing }) => missing.includes(template)).length
  return initiatives.length >= FEWEST_INITIATIVES && lacking * 3 >= initiatives.length * 2
}

/** Of fewer nobody can tell a custom. */
const FEWEST_INITIATIVES = 3

/** A list of everything would only hide that everything is meant. */
const none = (titles: readonly string[]): string =>
  titles.length < 3
    ? `has no ${listed(titles, 'or')} yet. Add ${titles.length === 1 ? 'it' : 'them'}.`
    : `has none of its sections yet. Add ${titles[0]} and the ${titles.length - 1} others.`

function advice({ length }: readonly SectionTemplate[], { profile }: Survey): string {
  const add = length === 1 ? 'Add it' : 'Add them'
  const answer = noneSentence(profile)
  return answer === undefined
    ? `${add}.`
    : `${add}, or write ${quoted(answer)} ${length === 1 ? 'if' : 'where'} there is nothing to say.`
}
