import type { Section, Survey } from '../survey/model'
import { repeatedSections } from './shared/duplicates'
import { removalOf, trimmedEnd } from '../text/lines'
import { initiativeName, labelSpan, plainTitle, quoted } from './shared/names'
import { isPlaceholder } from './shared/placeholders'
import type { Fix, Rule } from './rule'

/** Its fix takes away only what says nothing: an empty section, or one of placeholders. */
export const duplicateSection: Rule = {
  code: 'duplicate-section',
  severity: 'warning',
  summary: 'The same section stands twice in one initiative, or in the survey.',
  rationale: 'Usually what is left of copying, or a heading between two initiatives that got lost.',
  example: {
    bad: `## Current initiatives
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
#### Strengths
     ^^^^^^^^^ duplicate-section: #1 Plasma has “Strengths” twice. Merge the two, or remove one.
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

  *check({ text, survey }) {
    for (const { name, sections } of listsOf(survey)) {
      for (const [section, first] of repeatedSections(sections)) {
        const title = quoted(plainTitle(section.title))
        const other = quoted(plainTitle(first.title))
        const spare = [section, first].find(({ body }) => isPlaceholder(text.slice(body.from, body.to), survey.profile))
        yield {
          span: labelSpan(section.label),
          message: `${name} has ${title === other ? `${title} twice` : `both ${other} and ${title}`}. Merge the two, or remove one.`,
          related: [{ span: labelSpan(first.label), message: 'The first one is here.' }],
          ...(spare && { fix: () => remove(spare, text) }),
        }
      }
    }
  },
}

function listsOf({ sections, initiatives }: Survey): readonly { readonly name: string; readonly sections: readonly Section[] }[] {
  return [...initiatives.map((initiative) => ({ name: initiativeName(initiative), sections: initiative.sections })), { name: 'The survey', sections }]
}

const remove = (section: Section, text: string): Fix => ({
  title: `Remove the ${section.state === 'empty' ? 'empty' : 'unwritten'} ${quoted(plainTitle(section.title))}`,
  edits: [removalOf(text, { from: section.label.span.from, to: trimmedEnd(text, { from: section.label.span.to, to: section.body.to }) })],
})
