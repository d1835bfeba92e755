import type { Initiative, Placeholder, Section, Survey } from '../survey/model'
import { allSections } from '../survey/query'
import { spanAt } from '../text/search'
import type { Span } from '../text/span'
import { labelSpan, noneSentence, quoted, sectionName } from '../survey/names'
import { isPlaceholder } from '../survey/placeholders'
import type { Text } from '../text/text'
import { onFirstLine } from './shared/onFirstLine'
import type { Finding, Rule } from './rule'

/** What stands in a reference is reported as `malformed-reference`, which says what is missing there. */
export const placeholderText: Rule = {
  code: 'placeholder-text',
  severity: 'information',
  summary: 'Text that is still to be written: `???`, TBD.',
  rationale: 'Placeholders are how a survey grows, and how it is published unfinished. Each one is a place to go to.',
  reads: ['weights', 'placeholders', 'numbers', 'definitions'],
  example: {
    bad: `## Current initiatives
### #1 Plasma
#### What is it?
A side chain.
#### Who does it?
Two companies.
#### Strengths
???
^^^ placeholder-text: “Strengths” of #1 Plasma is not written yet. Write it, or say “None.”
#### Weaknesses
It is young, and ??? years behind.
                 ^^^ placeholder-text: “Weaknesses” of #1 Plasma still has a “???” in it. Write what belongs there.
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
It is young, and two years behind.
#### Opportunities
Cheap payments.
#### Threats
None.
`,
  },

  *check({ text, survey }) {
    yield* untitled(survey)
    const places = placesOf(survey)
    const isListed = inReferences(survey)
    for (const span of survey.placeholders) {
      if (isListed(span)) continue
      const place = places.get(span.from)
      yield {
        span: onFirstLine(span, text),
        message: place
          ? inSection(place, span, text, survey)
          : `${quoted(text.slice(span.from, span.to))} is a placeholder. Write the text.`,
      }
    }
  },
}

function* untitled({ initiatives, profile }: Survey): Iterable<Finding> {
  for (const { label, title, number } of initiatives) {
    const isUntitled = isPlaceholder(title, profile)
    if (!isUntitled && !/(?<![^\s(])\?{3}/u.test(title)) continue
    const name = number === undefined ? 'This initiative' : `Initiative #${number}`
    const span = title ? { from: label.content.to - title.length, to: label.content.to } : labelSpan(label)
    yield { span, message: `${name} has no ${isUntitled ? '' : 'final '}title yet. Give it one.` }
  }
}

interface Place {
  readonly section: Section
  readonly initiative?: Initiative
}

/** The section around each placeholder, by where the placeholder starts. */
function placesOf(survey: Survey): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>()
  for (const place of allSections(survey)) for (const { from } of place.section.placeholders) places.set(from, place)
  return places
}

function inSection({ section, initiative }: Place, span: Span, text: Text, { profile }: Survey): string {
  const name = sectionName(section, initiative)
  if (section.state !== 'placeholder')
    return `${name} still has a ${quoted(text.slice(span.from, span.to))} in it. Write what belongs there.`
  const none = initiative && noneSentence(profile)
  return `${name} is not written yet. Write it, ${none === undefined ? 'or remove it.' : `or say ${quoted(none)}`}`
}

/** Tells what is in an entry, or in a definition where definitions have a rule of their own. */
function inReferences({ lists, dialect }: Survey): (placeholder: Placeholder) => boolean {
  return ({ within, from }) =>
    within === 'definition' ? dialect.definitions : within === 'entry' && spanAt(lists, from) !== undefined
}
