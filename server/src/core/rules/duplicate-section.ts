import type { Section, Survey } from '../survey/model'
import type { Profile } from '../survey/profile'
import { repeatedSections } from './shared/duplicates'
import { removalOf, trimmedEnd } from '../text/lines'
import { initiativeName, labelSpan, plainTitle, quoted } from '../survey/names'
import { isPlaceholder } from '../survey/placeholders'
import type { Text } from '../text/text'
import type { Fix, Rule } from './rule'

/** Its fix takes away only what says nothing: an empty section, or one of placeholders beside one that is not empty. */
export const duplicateSection: Rule = {
  code: 'duplicate-section',
  severity: 'warning',
  summary: 'An initiative, or the survey itself, has the same section twice.',
  rationale: 'Usually a leftover of copying, or the heading between two initiatives got lost.',
  reads: ['weights'],
  quotes: true,
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
      const twice = repeatedSections(sections)
      for (const [section, first] of twice) {
        const title = quoted(plainTitle(section.title))
        const other = quoted(plainTitle(first.title))
        const spare = spareOf(
          section,
          first,
          (each) => saysNothing(each, text, survey.profile),
          () => [...twice.values()].filter((each) => each === first).length === 1,
        )
        yield {
          span: labelSpan(section.label),
          message: `${name} has ${title === other ? `${title} twice` : `both ${other} and ${title}`}. Merge the two, or remove one.`,
          related: [{ span: labelSpan(first.label), message: 'The first one is here.' }],
          ...(spare && { fix: remove(spare, text) }),
        }
      }
    }
  },
}

/** The one to remove. Not the only one that has words; and not the first of three, which would leave two. */
function spareOf(
  section: Section,
  first: Section,
  isSpare: (section: Section) => boolean,
  isPair: () => boolean,
): Section | undefined {
  const spare = isSpare(section) ? section : isSpare(first) && isPair() ? first : undefined
  const other = spare === section ? first : section
  return spare && (spare.state === 'empty' || other.state !== 'empty') ? spare : undefined
}

const saysNothing = ({ body }: Section, text: Text, profile: Profile): boolean =>
  body.to - body.from < LONGEST_PLACEHOLDER && isPlaceholder(text.slice(body.from, body.to), profile)

/** Nobody writes so many question marks, and the first of many may be looked at many times. */
const LONGEST_PLACEHOLDER = 1000

function listsOf({
  sections,
  initiatives,
}: Survey): readonly { readonly name: string; readonly sections: readonly Section[] }[] {
  return [
    ...initiatives.map((initiative) => ({ name: initiativeName(initiative), sections: initiative.sections })),
    { name: 'The survey', sections },
  ]
}

const remove = ({ state, title, label, body }: Section, text: Text): Fix => ({
  title: `Remove the ${state === 'empty' ? 'empty' : 'unwritten'} ${quoted(plainTitle(title))}`,
  edits() {
    const all = text.toString()
    return [removalOf(all, { from: label.span.from, to: trimmedEnd(all, { from: label.span.to, to: body.to }) })]
  },
})
