import { expect, test } from 'vitest'
import {
  openDocument,
  profiles,
  sectionParts,
  surveyParts,
  initiativeParts,
  referenceParts,
  toSnippet,
  toText,
} from '../../server/src/core'
import { citation, definitionText } from '../../server/src/core/writing/skeleton'
import { countsByRule, findingsIn } from '../support/findings'

const {
  survey: { profile, dialect },
} = openDocument('')
const threats = profile.initiative.at(-1)!

test('plain text has the placeholders, a snippet has stops in order and the cursor at the end', () => {
  const parts = ['### #', { stop: 'n' }, ' ', { stop: '???' }, '\n']
  expect(toText(parts)).toBe('### #n ???\n')
  expect(toSnippet(parts)).toBe('### #${1:n} ${2:???}\n$0')
})

test('what means something in a snippet is escaped, in text and in stops', () => {
  expect(toSnippet(['$x {y} \\', { stop: '$1 } \\n' }])).toBe('\\$x {y\\} \\\\${1:\\$1 \\} \\\\n}$0')
})

test('a section in headings, in emphasis, in the words of the file', () => {
  expect(toText(sectionParts(threats, dialect))).toBe('#### Threats\n\n???')
  expect(
    toText(sectionParts(threats, { ...dialect, section: { form: 'emphasis', mark: '**_' }, lineBreak: '\r\n' })),
  ).toBe('**_Threats_**\r\n\r\n???')
  expect(toSnippet(sectionParts(threats, { ...dialect, titles: new Map([['threats', 'Threats to us']]) }))).toBe(
    '#### Threats to us\n\n${1:???}$0',
  )
})

test('an initiative: its title first, then each required section', () => {
  expect(toSnippet(initiativeParts(profile, dialect, 7))).toBe(
    '### #7 ${1:???}\n\n#### What is it?\n\n${2:???}\n\n#### Who does it?\n\n${3:???}\n\n#### Strengths\n\n${4:???}\n\n#### Weaknesses\n\n${5:???}\n\n#### Opportunities\n\n${6:???}\n\n#### Threats\n\n${7:???}$0',
  )
  expect(
    toText(initiativeParts(profile, { ...dialect, initiative: { form: 'heading', level: 2 } }, undefined)),
  ).toMatch(/^## \?\?\?\n/u)
})

test('a reference, with what is known of it', () => {
  expect(toSnippet(referenceParts(dialect, 7, { accessed: '2018-06-07' }))).toBe(
    '[7] ${1:???}, ${2:???}, Date accessed: 2018-06-07.$0',
  )
  expect(
    toText(
      referenceParts({ ...dialect, citation: 'double', references: 'ieee', dateHyphen: '&#8209;' }, 7, {
        title: 'Plasma',
        accessed: '2018-06-07',
      }),
    ),
  ).toBe('[[7]] "Plasma" [online]. Available: <???>. Date accessed: 2018&#8209;06&#8209;07.')
  expect(citation({ ...dialect, citation: 'double' }, 7)).toBe('[[7]]')
  expect([definitionText(7, 'https://a.org'), definitionText(7, 'https://a.org', "It's")]).toEqual([
    '[7]: https://a.org',
    '[7]: https://a.org "It\'s"',
  ])
})

test.each(['\n', '\r\n'] as const)('a new survey is a survey, whole but for its placeholders (%j)', (lineBreak) => {
  const document = openDocument(toText(surveyParts(profiles[0], { ...dialect, lineBreak })))
  expect(document.recognition.survey).toBe(true)
  expect(document.survey.initiatives.map(({ number, missing }) => [number, missing])).toEqual([['1', []]])
  expect(document.survey.sections.map(({ kind }) => kind)).toEqual(['observations', 'references'])
  expect(countsByRule(findingsIn(document))).toEqual({ 'placeholder-text': 10 })
})
