import { repeatedInitiatives } from './shared/duplicates'
import { sixSections } from './shared/example'
import { initiativeName, labelSpan } from '../survey/names'
import type { Rule } from './rule'

/** Catch-alls (`#? What else?`) and titles still to be written may repeat. */
export const duplicateInitiative: Rule = {
  code: 'duplicate-initiative',
  severity: 'warning',
  summary: 'Two initiatives have the same title.',
  rationale:
    'What was copied as a template is easily left behind, and two half-written texts about one thing drift apart.',
  reads: [],
  example: {
    bad: `## Current initiatives
### #1 Plasma
${sixSections}
### #2 plasma
    ^^^^^^^^^ duplicate-initiative: #2 plasma has the title of #1 Plasma. Merge the two, or rename one.
${sixSections}
`,
    good: `## Current initiatives
### #1 Plasma
${sixSections}
### #2 Plasma Cash
${sixSections}
`,
  },

  *check({ survey }) {
    for (const [initiative, first] of repeatedInitiatives(survey)) {
      const name = initiativeName(initiative)
      const other = initiativeName(first)
      yield {
        span: labelSpan(initiative.label),
        message: `${name === other ? `${name} is here twice` : `${name} has the title of ${other}`}. Merge the two, or rename one.`,
        related: [{ span: labelSpan(first.label), message: 'The first one is here.' }],
      }
    }
  },
}
