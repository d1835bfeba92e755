import { describe, expect, test } from 'vitest'
import { openDocument } from '../../server/src/core'
import { checkFindings, checkFixture, findingsIn, fixedText } from '../support/findings'
import { fixtureCases } from '../support/fixture'

/** Six written sections, so that a case shows nothing but its own findings. */
const SIX = `#### What is it?
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
None.`

const LIST = `## References

[1] One, https://one.org, Date accessed: 2018-06-07.

[2] Two, https://two.org, Date accessed: 2018-06-07.

[3] Three, https://three.org, Date accessed: 2018-06-07.`

const CASES = `
%% titles in any script keep their columns
## Current initiatives
### #1 🚀 等离子 e\u0301
    ^^^^^^^^^^^^ missing-section: #1 🚀 等离子 e\u0301 has no “Threats”.
#### What is it?
🚀🚀 ??? 等
     ^^^ placeholder-text: “What is it?” of #1 🚀 等离子 e\u0301 still has a “???” in it.
#### Who does it?
等离子 [7].
    ^^^ undefined-citation
#### Strengths
Fast.
#### Weaknesses
Young.
#### Opportunities
Many.
### #2 😀
${SIX}

%% a section of placeholders only is not empty, one with nothing but a comment is
## Current initiatives
### #1 Plasma
${SIX.replace('It is fast.', '- ???\n  ^^^ placeholder-text: “Strengths” of #1 Plasma is not written yet.\n- ???\n  ^^^ placeholder-text').replace('It is young.', '<!-- ask -->').replace('#### Weaknesses', '#### Weaknesses\n     ^^^^^^^^^^ empty-section')}

%% “None.” is an answer
## Current initiatives
### #1 Plasma
${SIX.replace('It is fast.', 'none known').replace('It is young.', '- N/A')}

%% an empty section of the survey, but no empty list of references
## Introduction
   ^^^^^^^^^^^^ empty-section: “Introduction” is empty. Write it, or remove its heading.
## Current initiatives
### #1 Plasma
${SIX}
## References

%% an initiative without title
## Current initiatives
### #1 ???
       ^^^ placeholder-text: Initiative #1 has no title yet.
${SIX}
### #2
    ^^ placeholder-text: Initiative #2 has no title yet.
${SIX}

%% an initiative without sections is told so in few words
## Current initiatives
### #1 Plasma
    ^^^^^^^^^ missing-section: #1 Plasma has none of its sections yet. Add “What is it?” and the 5 others.
### #2 Loom Network
${SIX}

%% a title that other initiatives share is the file's own
## Current initiatives
### #1 Plasma
${SIX.replace('Threats', 'Threats to us')}
### #2 Loom Network
${SIX.replace('Threats', 'Threats to us')}
### #3 Masternodes
    ^^^^^^^^^^^^^^ missing-section: #3 Masternodes has no “Threats to us”.
${SIX.replace('#### Threats\nNone.', '')}

%% a section twice: the pair is one finding, though one of the two is empty
## Current initiatives
### #1 Plasma
${SIX}
#### Strengths
     ^^^^^^^^^ duplicate-section: #1 Plasma has “Strengths” twice.
#### What are they?
     ^^^^^^^^^^^^^^ duplicate-section: #1 Plasma has both “What is it?” and “What are they?”.
Chains.

%% two reference lists are one list
## Current initiatives
### #1 Plasma
${SIX.replace('fast.', 'fast [1], [2].')}
## References
[1] One, https://one.org, Date accessed: 2018-06-07.
## Bibliography
   ^^^^^^^^^^^^ duplicate-section: The survey has both “References” and “Bibliography”.
[2] Two, https://two.org, Date accessed: 2018-06-07.

%% unnumbered surveys, catch-alls and a copy with number and title are no matter of numbers
## Current initiatives
### #1 Plasma
${SIX}
### #1 Plasma
    ^^^^^^^^^ duplicate-initiative: #1 Plasma is here twice.
${SIX}
### #2 Masternodes
${SIX}
### #? What else?
${SIX}
### #? What else?
${SIX}

%% numbers: first, backwards, far ahead
## Current initiatives
### #2 Plasma
    ^^ initiative-number: The first initiative is #2.
${SIX}
### #1 Loom Network
    ^^ initiative-number: #1 comes after #2.
${SIX}
### #3 Masternodes
${SIX}
### #12 TrueBit
    ^^^ initiative-number: #12 comes right after #3.
${SIX}

%% labels as emphasised paragraphs have no level
## Current initiatives
### Plasma
${SIX.replace(/#### (.*)/gu, '\n_$1_\n')}

%% ranges cite what lies between, groups count as cited
---
survey: true
---
Said [1]–[3], and again [2, 3].

${LIST}

[4] Four, https://four.org, Date accessed: 2018-06-07.
 ^ uncited-reference

%% cited in double brackets, with links, as a range
---
survey: true
---
Said [[1]](https://one.org)-[[3]](https://three.org).

${LIST}

%% no citation at all
---
survey: true
---
Said nobody.

## References

[1] One, https://one.org, Date accessed: 2018-06-07.
 ^ uncited-reference

%% one finding for order, at the first number out of order; undefined ones do not count
---
survey: true
---
Said [1], [9], [3], [2], [1], in [2018].
          ^^^ undefined-citation
               ^^^ citation-order: [3] is cited before [2].

${LIST}

%% a number cited but not listed is undefined, and no gap
---
survey: true
---
Said [1], [2] and [3].
          ^^^ undefined-citation
                  ^^^ undefined-citation

## References

[1] One, https://one.org, Date accessed: 2018-06-07.

[5] Five, https://five.org, Date accessed: 2018-06-07.
 ^ uncited-reference
 ^ reference-gap: The list has no [4].

%% in one pair of brackets with numbers that are listed
---
survey: true
---
Said [1, 9], [2-4], [1–9], [0, 1], [7, 8], [1, 2018] and [2, 3].
         ^ undefined-citation: No reference has the number 9. Add it to the list, or correct the number.
              ^^^ undefined-citation: No reference has the number 4.
                     ^^^ undefined-citation: No reference has 6 of the numbers in this range.

## References

[1] One, https://one.org, Date accessed: 2018-06-07.

[2] Two, https://two.org, Date accessed: 2018-06-07.

[3] Three, https://three.org, Date accessed: 2018-06-07.

%% whether brackets cite that hold a number which is not there, nobody can tell
---
survey: true
---
Said [1], [3, 2].
              ^ undefined-citation

## References

[1] One, https://one.org, Date accessed: 2018-06-07.

[3] Three, https://three.org, Date accessed: 2018-06-07.

%% the entries of a second list cite nothing
---
survey: true
---
Said [1], [7].
          ^^^ undefined-citation

[8] says so.
^^^ undefined-citation

## Further reading

[7] Seven, https://seven.org

[8] Eight, Date accessed: 2018-06-07.

## References

[1] One, https://one.org, Date accessed: 2018-06-07.

%% link definitions alone are a list of references
---
survey: true
---
Said [1] and [2].
             ^^^ undefined-citation

## References

[1]: https://one.org

%% one source, two numbers: the address decides
---
survey: true
---
Said [1], [2], [3] and [4].

## References

[1] One, https://Example.org/a/?x=1, Date accessed: 2018-06-07.

[2] Another, http://www.example.org/a?x=2, Date accessed: 2018-06-07.

[3] A third, <http://www.example.org/a/?x=1>, Date accessed: 2018-06-07.
 ^ duplicate-source: [3] has the address of [1].

[4] A fourth, https://example.org/A/?x=1, Date accessed: 2018-06-07.

%% a number twice is one finding for each further entry, whatever that entry lacks
---
survey: true
---
Said [1].

## References

[1] One, https://one.org, Date accessed: 2018-06-07.

[1] , , Date accessed: 2018-06-??.
 ^ duplicate-reference: [1] is already taken. Give this entry a number of its own, or remove it.

[1] Three, https://one.org, Date accessed: 2018-06-07.
 ^ duplicate-reference

%% what a reference lacks, in one finding
---
survey: true
---
Said [1], [2], [3], [4], [5], [6], [7].

## References

[1] , , Date accessed: 2018-06-??.
 ^ malformed-reference: [1] has no title, URL or full access date. Fill them in.

[2] title, www.????.???, Date accessed: 2018-mm-dd.
 ^ malformed-reference: [2] has no URL or full access date.

[3] Printed Book, A. Author, Springer, 2012.

[4] A standard, ISBN 0-306-40615-2.

[5] Word
 ^ malformed-reference: [5] has no URL or access date.

[6]
 ^ malformed-reference: [6] is empty.

[7] Seven by ???, https://seven.org, Date accessed: 2018-06-07.
 ^ malformed-reference: [7] still has a “???” in it.

%% a list that does without access dates is not asked for them
---
survey: true
---
Said [1], [2], [3], [4].

## References

- [1] One, https://one.org
- [2] Two, https://two.org
- [3] Three, https://three.org, Date accessed: 2018-06-07.
- [4] Four, https://four.org

%% dates in words, with entities, and out of this world
---
survey: true
---
Said [1], [2], [3], [4].

## References

[1] One, https://one.org, Retrieved 7 June 2018.

[2] Two, https://two.org, Date accessed: 2018&#8209;06&#8209;14.

[3] Three, https://three.org, Date accessed: 2018&#8209;06&#8209;31.
                                             ^^^^^^^^^^^^^^^^^^^^^^ access-date: 2018-06-31 is not a calendar day.

[4] Four, https://four.org, Date accessed: 2018-06-15.
                                           ^^^^^^^^^^ access-date: 2018-06-15 is in the future.

%% definitions are nobody's business where few references have one
---
survey: true
---
Said [1], [2], [3] in [text][9].

${LIST}

[1]: https://elsewhere.org
[9]: https://nine.org

%% a definition that is not written yet, one for a link, and one that is cited
---
survey: true
---
Said [1], [2], [4] in [text][9].
               ^^^ undefined-citation

## References

[1] One, https://one.org, Date accessed: 2018-06-07.
[1]: ????????
 ^ link-definition: The link definition of [1] is not written yet. Point it to https://one.org

[2] Two, https://two.org, Date accessed: 2018-06-07.
[2]: <http://two.org/>

[4]: https://four.org

[9]: https://nine.org
`

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('%s', (_, lineBreak) => {
  test.each(fixtureCases(CASES, lineBreak).map((each) => [each.title, each] as const))('%s', (_title, { files }) => {
    files.forEach((each) => checkFixture(each))
  })
})

test('comments silence a line, the next one, a section, an initiative, the file', () => {
  checkFindings(`## Current initiatives
<!-- survey-disable-next-line missing-section -->
### #1 Plasma
### #2 Loom <!-- survey-disable-line -->
### #3 Masternodes <!-- survey-disable-line placeholder-text -->
    ^^^^^^^^^^^^^^ missing-section
### #4 TrueBit
${SIX.replace('It is fast.', '<!-- survey-disable-section placeholder-text -->\n???\n\nOr ???').replace('It is young.', '???\n^^^ placeholder-text')}
### #5 Lumino
<!-- survey-disable-section missing-section, placeholder-text -->
Of this ??? much.
### #6 Counterparty
    ^^^^^^^^^^^^^^^ missing-section
`)
  checkFindings('---\nsurvey: true\n---\n\nOne\n---\n<!-- survey-disable-section -->\n\nTwo\n^^^ empty-section\n---\n')
  checkFindings('## Current initiatives\n### #1 Plasma\n### #1 ???\n[7]\n<!-- survey-disable-file -->\n')
})

test('a comment about the next line stays above it when a section is inserted', () => {
  const text = `## Current initiatives\n### #1 Plasma\n${SIX.replace('#### Threats\nNone.', '')}\n<!-- survey-disable-next-line missing-section -->\n### #2 Loom\n`
  const fixed = fixedText(text, 'missing-section')
  expect(fixed).toContain(
    'Cheap payments.\n\n#### Threats\n\n???\n\n<!-- survey-disable-next-line missing-section -->\n### #2 Loom\n',
  )
  expect(findingsIn(openDocument(fixed)).map(({ rule }) => rule.code)).toEqual(['placeholder-text'])
})

test('sections are inserted in the words and marks of the file', () => {
  const emphasised = SIX.replace(/#### (.*)/gu, '**$1**\n')
    .replaceAll('Threats', 'Threats to us')
    .replace(/\n\*\*/gu, '\n\n**')
  const text = `## Initiatives\n\n### A\n\n${emphasised}\n\n### B\n\n${emphasised}\n\n### C\n\n${emphasised.replace(/\*\*Threats[^]*/u, '').trimEnd()}`
  expect(fixedText(text, 'missing-section')).toBe(`${text}\n\n**Threats to us**\n\n???`)
})

test('an undefined citation gets its reference where the number belongs', () => {
  const text = `---\nsurvey: true\n---\nSaid [[3]].\n\n## References\n\n[[1]] One, https://one.org, Date accessed: 2018&#8209;06&#8209;07.\n[1]: https://one.org\n\n[[5]] Five, https://five.org, Date accessed: 2018&#8209;06&#8209;07.\n[5]: https://five.org\n`
  expect(fixedText(text, 'undefined-citation')).toBe(
    text.replace(
      '[1]: https://one.org\n',
      '[1]: https://one.org\n\n[[3]] ???, ???, Date accessed: 2018&#8209;06&#8209;14.\n[3]: ???\n',
    ),
  )
})

test.each([
  [
    'before the first',
    'Said [1].\n\n## References\n\n- [2] Two\n- [3] Three\n',
    '\n- [1] ???, ???, Date accessed: 2018-06-14.\n- [2] Two',
  ],
  ['into an empty list', 'Said [1].\n\n## References\n', '## References\n\n[1] ???, ???, Date accessed: 2018-06-14.\n'],
  [
    'instead of a placeholder',
    'Said [1].\n\n## References\n\n???\n',
    '## References\n\n[1] ???, ???, Date accessed: 2018-06-14.\n',
  ],
  ['into a new list', 'Said [1].', 'Said [1].\n\n## References\n\n[1] ???, ???, Date accessed: 2018-06-14.\n'],
  [
    'from its definition',
    "Said [9].\n\n## References\n\n[1] One\n\n[9]: https://nine.org 'Nine'\n",
    '[1] One\n\n[9] Nine, https://nine.org, Date accessed: 2018-06-14.\n\n[9]: https://nine.org',
  ],
])('a new reference goes %s', (_, text, expected) => {
  const fixed = fixedText(`---\nsurvey: true\n---\n${text}`, 'undefined-citation')
  expect(fixed).toContain(expected)
  expect(findingsIn(openDocument(fixed)).filter(({ rule }) => rule.code === 'undefined-citation')).toEqual([])
})

test('an uncited reference goes with its definition and one blank line', () => {
  const text = `---\nsurvey: true\n---\nSaid [[1]], [[3]].\n\n## References\n\n[[1]] One, https://one.org, Date accessed: 2018-06-07.\n\n[1]: https://one.org\n"One"\n\n[[2]] Two,\nhttps://two.org, Date accessed: 2018-06-07.\n\n[2]: https://two.org\n"Two"\n\n[[3]] Three, https://three.org, Date accessed: 2018-06-07.\n\n[3]: https://three.org\n"Three"\n`
  expect(fixedText(text, 'uncited-reference')).toBe(text.replace(/\[\[2\]\][^]*"Two"\n\n/u, ''))
  const collected =
    '---\nsurvey: true\n---\nSaid [1], [3].\n\n## References\n[1] One, https://one.org\n[2] Two, https://two.org\n[3] Three, https://three.org\n\n[1]: https://one.org\n[2]: https://two.org\n[3]: https://three.org\n'
  expect(fixedText(collected, 'uncited-reference')).toBe(
    collected.replace('[2] Two, https://two.org\n', '').replace('[2]: https://two.org\n', ''),
  )
})

test.each(['"A \\"quoted\\" primer"', "'It\\'s a primer'", '"A primer\nin two lines"'])(
  'an uncited reference goes with a title on the line below its definition: %s',
  (title) => {
    const text = `---\nsurvey: true\n---\nSaid [1].\n\n## References\n\n[1] One, https://one.org, Date accessed: 2018-06-07.\n\n[2] Two, https://two.org, Date accessed: 2018-06-07.\n[2]: https://two.org\n${title}\n\nThe end.\n`
    expect(fixedText(text, 'uncited-reference')).toBe(text.replace(/\[2\] [^]*?\n\n/u, ''))
  },
)

test('what looks like a link in code does not use a link definition', () => {
  const withLink = (link: string): string =>
    `---\nsurvey: true\n---\nSaid [[1]]. ${link}\n\n## References\n\n[[1]] One, https://one.org, Date accessed: 2018-06-07.\n\n[1]: https://one.org\n\n[7]: https://seven.org\n`
  const orphans = (text: string): number =>
    findingsIn(openDocument(text)).filter(({ rule }) => rule.code === 'link-definition').length
  expect(orphans(withLink('`a[x][7]`'))).toBe(1)
  expect(orphans(withLink('\n\n    a[x][7]'))).toBe(1)
  expect(orphans(withLink('[more][7]'))).toBe(0)
  expect(orphans(withLink('[![figure][7]](https://a.org)'))).toBe(0)
})

test('an underlined heading takes its level too', () => {
  const text = `## Current initiatives\n### #1 Plasma\n${SIX}\n### #2 Loom\n${SIX}\n\n#3 Masternodes\n---\n${SIX}\n`
  expect(fixedText(text, 'heading-level')).toBe(text.replace('#3 Masternodes\n---', '### #3 Masternodes'))
})
