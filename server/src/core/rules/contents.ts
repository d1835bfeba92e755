import type { Contents, ContentsEntry } from '../survey/contents/model'
import { unlisted } from '../survey/contents/unlisted'
import { plainTitle, quoted } from '../survey/names'
import { replacement } from '../text/edit'
import type { Text } from '../text/text'
import { entriesRemoved, entryAdded } from '../writing/contentsEntries'
import type { Finding, Rule } from './rule'
import { sixSections } from './shared/example'

/** A heading counts as left out where two thirds of those beside it are listed. A fix for an entry may take it away. */
export const contents: Rule = {
  code: 'contents',
  severity: 'warning',
  summary: 'The table of contents has an entry that leads nowhere, or lacks a heading.',
  rationale:
    'A table of contents that is kept by hand goes stale with each heading that is added or renamed, and readers trust it.',
  reads: ['contents'],
  example: {
    bad: `- [About](#about)
- [Initiatives](#current-initiatives)
  - [Plasma](#plasma)
  - [Loom](#loom)
     ^^^^ contents: “Loom” in the table of contents leads to no heading. Point it to #loom-network.
- [Outlook](#outlook)
## About
Side chains.
## Current initiatives
### Plasma
${sixSections}
### Loom Network
${sixSections}
### Truebit
    ^^^^^^^ contents: “Truebit” is not in the table of contents. Add it.
${sixSections}
## Outlook
Good.
`,
    good: `- [About](#about)
- [Initiatives](#current-initiatives)
  - [Plasma](#plasma)
  - [Loom](#loom-network)
  - [Truebit](#truebit)
- [Outlook](#outlook)
## About
Side chains.
## Current initiatives
### Plasma
${sixSections}
### Loom Network
${sixSections}
### Truebit
${sixSections}
## Outlook
Good.
`,
  },

  *check({ text, survey: { contents: table } }) {
    if (!table?.isUnderstood) return
    for (const entry of table.entries) if (!entry.leads) yield astray(table, entry, text)
    for (const heading of unlisted(table))
      yield {
        span: heading.span,
        severity: 'information',
        message: `${quoted(plainTitle(heading.words))} is not in the table of contents. Add it.`,
        fix: { title: 'Add it to the table of contents', edits: () => entryAdded(table, heading, text) },
      }
  },
}

function astray(table: Contents, entry: ContentsEntry, text: Text): Finding {
  const { words, anchor, meant } = entry
  const says = `${quoted(plainTitle(text.slice(words.from, words.to)))} in the table of contents leads to no heading.`
  return meant
    ? {
        span: words,
        message: `${says} Point it to #${meant.slug}.`,
        fix: { title: `Point it to #${meant.slug}`, edits: () => [replacement(anchor, meant.slug)] },
      }
    : {
        span: words,
        message: `${says} Remove it, or add the heading.`,
        fix: { title: 'Remove it from the table of contents', edits: () => entriesRemoved(table, [entry]) },
      }
}
