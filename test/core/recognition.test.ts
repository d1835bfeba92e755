import { describe, expect, test } from 'vitest'
import { openDocument } from '../../server/src/core'
import { findingsIn } from '../support/findings'

/** Texts that have words of surveys in them, and are none. */
const OTHERS: Readonly<Record<string, string>> = {
  'initiatives that are to do': '# Community\n\n## Initiatives\n\n### TODO\n\n### What next???\n',
  'a title that is open below other words': '# FAQ\n\n## Questions\n\n### ???\n\nNobody knows.\n',
  'a company under the four headings': `# SWOT analysis of Acme

Acme makes anvils. What follows was found in interviews.

## Strengths

Acme is known everywhere [1].

## Weaknesses

Its anvils are heavy.

## Opportunities

New markets, ???.

## Threats

None.

## References

[1] Acme, https://acme.example, Date accessed: 2018-06-07.
`,
  'a company under four headings that lie deeper': `# Acme in 2018

## Where we stand

### Strengths
Fast.
### Weaknesses
Young.
### Opportunities
Many.
### Threats
None.

## What we do next

### Hire
Soon.
`,
  'an article about the method': `# What is SWOT?

SWOT stands for strengths, weaknesses, opportunities and threats.

## What is it?

A list of four questions.

## Who does it?

Managers, mostly.

## How it is done

### Strengths

Ask what you do well.

### Weaknesses

Ask what others do better.

## Strengths

It is simple [1].

## Weaknesses

It is simple.

## References

1. Somebody, *A book*, 1965.
`,
  'emphasised words in an article': `# Choosing a database

## PostgreSQL

*Strengths*

It is solid.

*Weaknesses*

It wants care.

## Cost

About the same.
`,
  'a read-me with initiatives': `# Community

## Initiatives

### Mentoring

Meet every Tuesday.

### Scholarships

Apply by May.

## License

MIT
`,
  'a read-me with initiatives and references': `# Community

## Our current initiatives

### Mentoring

Meet every Tuesday.

### Scholarships

Apply by May.

## References

- [The charter](https://community.example/charter)
- [Last year](https://community.example/2017)
`,
  'a report on initiatives with a conclusion': `# Annual report

## Green initiatives

### Solar roofs

Three more.

### Bicycles

Twelve.

## Conclusion

A good year.
`,
  'a change log':
    '# Changes\n\n## 2.0\n\n### Added\n\n- Threats\n\n### Removed\n\n- ???\n\n## 1.0\n\n### Added\n\n- Strengths [1]\n',
  'a threat model':
    '# Threat model\n\n## Assets\n\n### Keys\n\n#### Threats\n\nTheft.\n\n#### Weaknesses\n\nOne copy.\n\n### Logs\n\n#### Threats\n\nLeaks.\n',
  'a list of questions':
    '# FAQ\n\n### What is it?\n\nA tool.\n\n### Who does it?\n\nWe do.\n\n### What are they?\n\nTools.\n',
  'code that looks like a survey':
    '# How to write a survey\n\n```markdown\n## Current initiatives\n### #1 Plasma\n#### Strengths\n???\n```\n',
  nothing: '',
  prose: 'All initiatives have strengths [1].\n',
}

/** Surveys as short as they come. */
const SURVEYS: Readonly<Record<string, string>> = {
  'the first day of a survey: one initiative that has no title yet':
    '# Storage\n\n## Our current initiatives\n\n### ???\n',
  'the same, half-typed, without a final newline': '## Initiatives\r\n### ???',
  'one initiative with one section': '## Current initiatives\n\n### Plasma\n\n#### Strengths\n\n???\n',
  'a numbered initiative': '## Current initiatives\n\n### #1 Plasma\n',
  'an outline on its first day': '# Layer 2\n\n## Current initiatives\n\n### Plasma\n\n### ???\n\n## Observations\n',
  'emphasised labels': '# Layer 2\n\n## Initiatives\n\n### Plasma\n\n*What is it?*\n\nA side chain.\n',
  'several, without a heading above them': ['Plasma', 'Loom']
    .map((name) => `## ${name}\n\n### Strengths\n\n???\n\n### Weaknesses\n\n???\n\n### Threats\n\n???\n`)
    .join('\n'),
  'one that says so': '---\nsurvey: true\n---\n',
  'headings with long lines below them': `Current initiatives\n${'='.repeat(120)}\n\nPlasma\n${'-'.repeat(120)}\n\n### What is it?\n\nNone.\n`,
  'a rule of stars': `## Current initiatives\n\n### Plasma\n\n${'* '.repeat(60)}\n#### What is it?\n\nNone.\n`,
  'underlined headings': 'Current initiatives\n===\n\nPlasma\n---\n\n### What is it?\n\nNone.\n',
}

const variants = (text: string): readonly string[] => [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`]

describe('what is no survey has no findings', () => {
  test.each(Object.entries(OTHERS))('%s', (_, text) => {
    for (const document of variants(text).map((each) => openDocument(each))) {
      expect(document.recognition.survey, document.recognition.reason).toBe(false)
      expect(findingsIn(document)).toEqual([])
    }
  })
})

describe('what is one', () => {
  test.each(Object.entries(SURVEYS))('%s', (_, text) => {
    for (const { recognition } of variants(text).map((each) => openDocument(each)))
      expect(recognition.survey, recognition.reason).toBe(true)
  })
})
