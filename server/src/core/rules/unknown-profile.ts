import { listed, quoted } from '../survey/names'
import { declaration } from '../survey/detect'
import { INFERRED } from '../survey/structure/inferred'
import type { Rule } from './rule'

/** `true` is for any survey, and `false` for none. */
export const unknownProfile: Rule = {
  code: 'unknown-profile',
  severity: 'warning',
  summary: 'The front matter names a profile that does not exist.',
  rationale:
    'With one letter wrong a file is read by the default profile: other sections are asked for, and those that are missing are not.',
  reads: [],
  example: {
    bad: `---
survey: evalution
        ^^^^^^^^^ unknown-profile: There is no profile “evalution”, so this file is read by “swot”. There are “swot”, “evaluation”, “comparison”, “competitors”, “literature” and “options”; a .survey.json can describe more.
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
    if (!declared || ['true', 'false', INFERRED, ...profiles].includes(declared.name)) return
    yield {
      span: declared.span,
      message: `There is no profile ${quoted(declared.name)}, so this file is read by ${quoted(profile.name)}. There are ${listed(profiles.map(quoted), 'and')}; a .survey.json can describe more.`,
    }
  },
}
