import { describe, expect, test } from 'vitest'
import { compatible, lint, openDocument, rules, type Rule } from '../../server/src/core'
import { fixture } from '../support/fixture'
import { checkFindings, countsByRule, EXAMPLE_DAY, findingsIn, fixedText } from '../support/findings'

const LINE_BREAKS = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
] as const

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  /** One that is off is asked for. */
  const asked = rule.isOff ? { [code]: rule.severity } : {}

  test.each(LINE_BREAKS)(
    'its bad example has the findings that are labelled, and its good one has none (%s)',
    (_, lineBreak) => {
      checkFindings(rule.example.bad, lineBreak, asked)
      checkFindings(rule.example.good, lineBreak, asked)
    },
  )

  test('a file may end without a line break', () => {
    checkFindings(rule.example.bad.replace(/\n$/u, ''), '\n', asked)
    checkFindings(rule.example.good.replace(/\n$/u, ''), '\n', asked)
  })

  test.each(LINE_BREAKS)('its fixes make the good example, save for placeholders (%s)', (_, lineBreak) => {
    const { text } = fixture(rule.example.bad, lineBreak)
    const fixed = fixedText(text, code)
    if (fixed === text) return
    expect(fixture(rule.example.good, lineBreak).text).toMatch(withPlaceholders(fixed))
    expect(fixed.includes('\n') && /(?<!\r)\n/u.test(fixed)).toBe(lineBreak === '\n')
  })

  test('each fix alone makes its finding go away and brings no other but placeholders', () => {
    const { text } = fixture(rule.example.bad)
    const before = findingsIn(openDocument(text))
    before
      .filter(({ fix }) => fix)
      .forEach((_, i) => {
        const after = countsByRule(findingsIn(openDocument(fixedText(text, code, i))))
        expect(after[code] ?? 0).toBeLessThan(countsByRule(before)[code] ?? 0)
        expect(
          Object.keys(after).filter((other) => ![code, 'placeholder-text', 'malformed-reference'].includes(other)),
        ).toEqual([])
      })
  })

  test('its edits do not overlap', () => {
    const { text } = fixture(rule.example.bad)
    for (const { fix } of findingsIn(openDocument(text))) {
      const edits = fix?.edits() ?? []
      expect(compatible(edits)).toHaveLength(edits.length)
    }
  })

  test('its words end in a full stop and speak of the survey, not of offsets', () => {
    for (const words of [
      rule.summary,
      rule.rationale,
      ...findingsIn(openDocument(fixture(rule.example.bad).text)).map(({ message }) => message),
    ]) {
      expect(words).toMatch(/[.!?”]$/u)
      expect(words).not.toMatch(/undefined|NaN|\[object/u)
    }
  })
})

/** A pattern for a text whose placeholders have been written. */
function withPlaceholders(text: string): RegExp {
  const parts = text.split('???').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  return new RegExp(`^${parts.join('[^\\n]+')}$`, 'u')
}

describe('all rules', () => {
  test('none has the code of another', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
  })

  test('any other Markdown file is silent, whatever is in it', () => {
    expect(
      findingsIn(openDocument('# Read me\n\n## Strengths\n\n???\n\nSee [7].\n\n## References\n\n[1] , ,\n')),
    ).toEqual([])
  })

  test('a rule that throws is reported and skipped', () => {
    const broken: Rule = {
      ...(rules[0] as Rule),
      code: 'broken',
      check: () => {
        throw new Error('no luck')
      },
    }
    const late: Rule = {
      ...broken,
      code: 'late',
      *check() {
        yield { span: { from: 0, to: 1 }, message: 'First.' }
        throw new Error('no luck')
      },
    }
    const crashed: string[] = []
    const { text } = fixture(rules[0]?.example.bad ?? '')
    const found = lint(openDocument(text), {
      today: EXAMPLE_DAY,
      rules: [broken, late, ...rules],
      onCrash: ({ code }) => crashed.push(code),
    })
    expect(crashed).toEqual(['broken', 'late'])
    expect(found.map(({ rule }) => rule.code)).toContain('missing-section')
  })

  test('severities: a rule can be louder, quieter or off', () => {
    const document = openDocument(fixture(rules[0]?.example.bad ?? '').text)
    const severityOf = (severity: 'off' | 'error') =>
      lint(document, { today: EXAMPLE_DAY, severities: { 'missing-section': severity } }).map((found) => found.severity)
    expect(severityOf('error')).toEqual(['error'])
    expect(severityOf('off')).toEqual([])
  })

  test('10,000 references and as many citations take no more than linear time', { timeout: 20_000 }, () => {
    const numbers = Array.from({ length: 9_999 }, (_, i) => i + 1)
    const citations = numbers.map((n) => `Said [${n % 3 ? n : n - 1}]. `).join('\n')
    const entries = numbers.map(
      (n) =>
        `[[${n}]] Title ${n}, https://example.org/${n % 7 ? n : 1}, Date accessed: 2018-06-0${n % 10}.\n\n[${n}]: https://example.org/${n}\n`,
    )
    const document = openDocument(`---\nsurvey: true\n---\n${citations}\n\n## References\n\n${entries.join('\n')}`)
    const start = performance.now()
    const found = findingsIn(document)
    expect(found.length).toBeGreaterThan(5_000)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

test('missing sections of several initiatives are inserted together', () => {
  const { text } = fixture(`## Current initiatives

### #1 Plasma

#### Who does it?

Two companies.
#### Weaknesses

It is young.

### #2 Masternodes
### #3 Loom Network
#### Threats to us
None.`)
  const fixed = fixedText(text, 'missing-section')
  expect(Object.keys(countsByRule(findingsIn(openDocument(fixed))))).toEqual(['placeholder-text'])
  expect(fixed).toBe(`## Current initiatives

### #1 Plasma

#### What is it?

???

#### Who does it?

Two companies.

#### Strengths

???

#### Weaknesses

It is young.

#### Opportunities

???

#### Threats

???

### #2 Masternodes
#### What is it?

???

#### Who does it?

???

#### Strengths

???

#### Weaknesses

???

#### Opportunities

???

#### Threats

???

### #3 Loom Network
#### What is it?

???

#### Who does it?

???

#### Strengths

???

#### Weaknesses

???

#### Opportunities

???

#### Threats to us
None.`)
})
