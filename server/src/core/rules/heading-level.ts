import type { Label } from '../survey/model'
import { replacement, type Edit } from '../text/edit'
import { sixSections } from './shared/example'
import { initiativeName, labelSpan, sectionName } from '../survey/names'
import type { Text } from '../text/text'
import type { Finding, Rule } from './rule'

/** What most headings of the file do is right. `safe`, as only hash marks change. */
export const headingLevel: Rule = {
  code: 'heading-level',
  severity: 'hint',
  summary: 'The heading of an initiative or section differs in level from its siblings.',
  rationale:
    'Outlines, tables of contents and style sheets go by the level: a heading that is one off ends up inside or above its neighbours.',
  reads: [],
  example: {
    bad: `## Current initiatives
### #1 Plasma
${sixSections}
#### #2 Masternodes
     ^^^^^^^^^^^^^^ heading-level: #2 Masternodes has a heading of level 4; other initiatives have level 3. Write ### before it.
${sixSections.replace('#### Strengths', '##### Strengths\n      ^^^^^^^^^ heading-level: “Strengths” of #2 Masternodes has a heading of level 5; other sections have level 4. Write #### before it.')}
### #3 Loom Network
${sixSections}
`,
    good: `## Current initiatives
### #1 Plasma
${sixSections}
### #2 Masternodes
${sixSections}
### #3 Loom Network
${sixSections}
`,
  },
  fixAll: 'Give every initiative and section its level',
  safe: true,

  *check({ text, survey: { initiatives, dialect } }) {
    for (const initiative of initiatives) {
      yield* astray(initiative.label, () => initiativeName(initiative), 'initiatives', dialect.initiativeLevel, text)
      if (dialect.section.form !== 'heading') continue
      for (const section of initiative.sections) {
        if (section.kind === undefined || section.level === dialect.section.level) continue
        yield* astray(section.label, () => sectionName(section, initiative), 'sections', dialect.section.level, text)
      }
    }
  },
}

function* astray(label: Label, name: () => string, others: string, level: number, text: Text): Iterable<Finding> {
  if (label.level === undefined || label.level === level) return
  const edit = levelled(label, level, text)
  yield {
    span: labelSpan(label),
    message: `${name()} has a heading of level ${label.level}; other ${others} have level ${level}. Write ${'#'.repeat(level)} before it.`,
    ...(edit && { fix: { title: `Make it a heading of level ${level}`, edits: () => [edit] } }),
  }
}

/** Undefined for an underlined heading over several lines, which has no other level to take. */
function levelled({ span, content }: Label, level: number, text: Text): Edit | undefined {
  const marks = /^#+/.exec(text.slice(span.from, content.from))
  if (marks) return replacement({ from: span.from, to: span.from + marks[0].length }, '#'.repeat(level))
  const lines = text.slice(span.from, span.to).split('\n').length
  return lines === 2 ? replacement(span, `${'#'.repeat(level)} ${text.slice(content.from, content.to)}`) : undefined
}
