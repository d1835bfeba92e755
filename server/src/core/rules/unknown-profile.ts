import { listed, quoted } from '../survey/names'
import { declaration } from '../survey/detect'
import type { Rule } from './rule'

/** `true` is for any survey, and `false` for none. */
export const unknownProfile: Rule = {
  code: 'unknown-profile',
  severity: 'warning',
  summary: 'The front matter names a profile that does not exist.',
  rationale:
    'With one wrong letter the default profile is used: it asks for other sections, and not for those that are missing.',
  reads: [],
  example: {
    bad: `---
survey: evalution
        ^^^^^^^^^ unknown-profile: The profile “evalution” does not exist, so “swot” is used. Choose “swot” or “evaluation”, or describe it in a .survey.json.
---
# Queues
`,
    good: `---
survey: evaluation
---
# Queues
`,
  },

  *check({ text, survey: { profile }, profiles }) {
    const declared = declaration(text)
    if (!declared || ['true', 'false', ...profiles].includes(declared.name)) return
    yield {
      span: declared.span,
      message: `The profile ${quoted(declared.name)} does not exist, so ${quoted(profile.name)} is used. Choose ${listed(profiles.map(quoted), 'or')}, or describe it in a .survey.json.`,
    }
  },
}
