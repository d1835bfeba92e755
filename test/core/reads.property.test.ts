import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeDocument,
  citeSources,
  createListed,
  lint,
  openDocument,
  rules,
  suggestCitations,
  suggestSources,
  type Document,
  type Rule,
} from '../../server/src/core'
import { known, type Known } from '../../server/src/core/known'
import { anySurvey } from '../support/dialects'
import { anyEdit, applied, type AnyEdit, share } from '../support/edits'
import { EXAMPLE_DAY } from '../support/findings'
import { holds } from '../support/property'

/** A typist's edits, a paste's and a deletion's, of whatever a survey is made of and of what it is not. */
const typed = fc.constantFrom(
  ...['', 'x', 'one more word ', '9', '?', '???', '[', ']', '#', '-', ' ', '\n', '\n\n', ':', '_', '😀', '漢字', '`'],
  ...[
    '[1]',
    '[[2]]',
    '### #3 New\n',
    '#### Threats\n',
    'None.',
    '[7] Seven, https://seven.org\n',
    '[1]: https://a.org\n',
  ],
)
const anyKey: fc.Arbitrary<AnyEdit> = fc.record({
  at: share,
  length: fc.constantFrom(0, 0, 0.2, 0.3),
  insert: typed,
})
const edits = fc.array(fc.oneof({ weight: 4, arbitrary: anyKey }, anyEdit), { minLength: 1, maxLength: 8 })

const next = (document: Document, edit: AnyEdit): Document => {
  const { text, change } = applied(document.text, edit)
  const inserted = text.slice(change.from, change.from + change.inserted)
  return changeDocument(document, document.buffer.replace(change.from, change.to, inserted), change)
}

const saidBy = (rule: Rule, document: Document): readonly string[] =>
  lint(document, {
    today: EXAMPLE_DAY,
    rules: [rule],
    onCrash(_, error) {
      throw error
    },
  }).map(
    ({ span, message, related, fix, operations }) =>
      `${span.from}-${span.to} ${message} ${JSON.stringify(related)} ${fix?.title} ${JSON.stringify(fix?.edits())} ${JSON.stringify(operations)}`,
  )

/** Fails where an edit is followed by findings that a fresh check does not have. */
const looksWhereItReads = (rule: Rule, runs: number): void =>
  holds(
    runs,
    fc.property(anySurvey, edits, (start, changes) => {
      let document = openDocument(start)
      saidBy(rule, document)
      for (const edit of changes) {
        document = next(document, edit)
        expect(saidBy(rule, document)).toEqual(saidBy(rule, openDocument(document.text)))
      }
    }),
  )

/** Reads what no part of the model but the text has: what sections say. */
const longSection: Omit<Rule, 'reads'> = {
  code: 'long-section',
  severity: 'hint',
  summary: '',
  rationale: '',
  example: { bad: '', good: '' },
  *check({ survey, text }) {
    for (const { sections } of survey.initiatives)
      for (const { label, body } of sections)
        yield { span: label.span, message: `Shorten “${text.slice(body.from, body.to)}”.` }
  },
}

describe('a rule that names what it reads finds after any edit what a fresh check finds', () => {
  test.each(rules.filter(({ reads }) => reads !== undefined).map((rule) => ({ code: rule.code, rule })))(
    '$code',
    ({ rule }) => looksWhereItReads(rule, 60),
  )

  test('a rule that names nothing looks again at every change', () => {
    looksWhereItReads(longSection, 60)
  })

  test('and so does one that names the text', () => {
    looksWhereItReads({ ...longSection, reads: ['text'] }, 60)
  })

  test('a rule that names too little is caught', () => {
    expect(() => looksWhereItReads({ ...longSection, reads: [] }, 200)).toThrow(/Property failed/u)
    expect(() => looksWhereItReads({ ...longSection, reads: ['labels', 'weights', 'citations'] }, 200)).toThrow(
      /Property failed/u,
    )
  })
})

describe('what is remembered of a document', () => {
  const sources = [{ title: 'Plasma one' }, { url: 'https://a.org' }, { doi: '10.1000/x', title: 'Two' }]

  /** What is offered and cited at a place: everything that remembers asks for it. */
  const answers = (document: Document, at: number): unknown => {
    const listed = createListed(document)
    return plain([
      suggestCitations(document, at)?.items.map(({ reference, insert }) => [reference.number, insert]),
      suggestSources(document, at, () => sources.map((source, i) => ({ source, from: String(i) })), EXAMPLE_DAY)?.items,
      sources.map((source) => listed(source)),
      citeSources(document, at, sources, EXAMPLE_DAY),
    ])
  }

  test('equals, after any edit, what is found out afresh, and so do the answers that rest on it', () => {
    holds(
      150,
      fc.property(anySurvey, edits, (start, changes) => {
        let document = openDocument(`${start}\n\nSee [`)
        answers(document, document.text.length)
        for (const edit of changes) {
          document = next(document, edit)
          const fresh = openDocument(document.text)
          for (const [fact, { value }] of document.memory.facts) {
            expect(plain(value)).toEqual(plain((fact as Known<unknown>).find(fresh)))
          }
          const at = Math.floor(edit.at * document.text.length)
          expect(answers(document, at)).toEqual(answers(fresh, at))
        }
      }),
    )
  })

  test('the answers rest on every fact that the core declares', () => {
    const text =
      '## Current initiatives\n### #1 Plasma\n#### Strengths\nPlasma [1] [one\n## References\n[1] One, https://one.org\n'
    const document = openDocument(text)
    answers(document, text.indexOf('[one') + 4)
    answers(document, text.indexOf('Plasma [1]'))
    expect(document.memory.facts.size).toBe(factsInTheCore())
  })

  test('a fact that names nothing is found anew in every version', () => {
    const length: Known<number> = { find: ({ text }) => text.length }
    const document = openDocument('## Current initiatives\n### #1 A\n')
    expect(known(document, length)).toBe(32)
    expect(known(next(document, { at: 0, length: 0, insert: 'x' }), length)).toBe(33)
  })
})

/** How many facts the core's files declare. */
const factsInTheCore = (): number =>
  readdirSync('server/src/core', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap(
      (file) => readFileSync(join('server/src/core', file), 'utf8').match(/^(?:export )?const \w+: Known</gmu) ?? [],
    ).length

/** Without functions, which are made anew each time. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (each instanceof Map || each instanceof Set ? [...each] : each)) ??
      'null',
  )
