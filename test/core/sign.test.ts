import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognitionWord } from '../../server/src/core'
import { openDocument, readDocument } from '../../server/src/core/document'
import { profiles } from '../../server/src/core/survey/profiles'
import { signFinder } from '../../server/src/core/survey/sign'
import { Text } from '../../server/src/core/text/text'
import { anyComparison } from '../support/comparisons'
import { anyEdit, applied } from '../support/edits'
import { holds } from '../support/property'

const hasSign = signFinder(profiles[0])

/** What it is when it is read, whether or not it has a sign. */
const readAs = (text: string) => recognitionWord(readDocument(Text.of(text), {}).recognition)

/** What is read as a survey, or nearly one, is never dismissed. */
function expectNoneLost(text: string): void {
  if (!hasSign(text)) expect(readAs(text)).toBe('none')
}

test.each([
  ['a note', '# Note\n\nThe pros of this are clear, the cons\nare not. For that reason\nwe wait.\n'],
  ['one label', '## A\n\n**Pros:** fast\n\nText.\n'],
  ['initiatives in a sentence', 'There are initiatives.\n\n- initiatives: none\n'],
  ['nothing', ''],
  ['a read-me', '# Tool\n\n## Install\n\n```sh\nnpm i\n```\n\n## License\n\nMIT\n'],
])('%s is dismissed without being parsed, and the reason is that of reading it', (_, text) => {
  expect(hasSign(text)).toBe(false)
  const { recognition } = openDocument(text)
  expect(recognition.reason).toBe(readDocument(Text.of(text), {}).recognition.reason)
})

test.each([
  ['## Current initiatives [1] ##'],
  ['Current *initiatives*\n===\n'],
  ['Current initiatives\nof ours\n---\n'],
  ['> 1. # Our Initiatives:'],
  ['**Pros:** a\n**Cons:** b'],
  ['- [Pros](#pros)\n- ![](a/b/c/d/e/f.png) Cons'],
  ['### <a name="x"></a>Pros\r\n\r\n### Cons'],
  ['Option 2: A. ✅ Pros\rℹ️ Cons'],
  ['1. Sta\u0308rken: x\n2. Schwa\u0308chen: y'],
  ['优点：快\n缺点：慢'],
  ['#### What&nbsp;is it?\n#### Strengths for Redis'],
  ['#### Stren**gths**\n#### Threats (so far)'],
])('%j has a sign', (text) => {
  expect(hasSign(text)).toBe(true)
})

test('no comparison is dismissed, however it is edited', () => {
  holds(
    600,
    fc.property(anyComparison, fc.array(anyEdit, { maxLength: 6 }), ({ text: start }, edits) => {
      expectNoneLost(edits.reduce((text, each) => applied(text, each).text, start))
    }),
  )
})

test('of labels and endings in odd company, nothing that is read as a survey is dismissed', () => {
  const title = fc.constantFrom(
    ...['Pros', 'Cons', 'Stärken', 'Schwächen', '优点', '缺点', 'What is it?', 'Strengths', 'Good, because', 'Threats'],
    ...['Strengths for X', 'Weaknesses', 'Overview'],
  )
  const before = fc.constantFrom(
    ...['## ', '### ', '**', '- ', '- **', '> ### ', 'A. ', '### Option 1: ', '### 🔥 ', '### ℹ️ ', '### 2. ✅ '],
    ...['### <a id="a b c d e"></a>', '### ![a b](c/d/e/f) ', '### [', '### &nbsp;', '### `', '### 2.1 ', '### \\', ''],
  )
  const behind = fc.constantFrom(
    ...['', ':', ': fast', '**', ':**', '**: fast', '** - fast', ' ##', ' [1]', '](#a)', '\n===', '\n---', '`', ' ✅'],
  )
  const label = fc.tuple(before, title, behind).map((parts) => parts.join(''))
  const above = fc.constantFrom(
    '',
    '# Current initiatives',
    'Our initiatives\nof today\n===',
    '# The _Initiatives_ [1]',
  )
  const gap = fc.constantFrom('\n', '\n\n', '\r\n\r\n', '\r', '\n\ntext\n\n')
  const labels = fc.array(fc.tuple(label, gap), { maxLength: 4 })
  const counts = { survey: 0, candidate: 0, none: 0 }
  holds(
    2_000,
    fc.property(above, labels, fc.array(labels, { maxLength: 1 }), fc.nat(3), (first, same, others, items) => {
      const item = (lines: typeof same, i: number): string => `\n\n## Thing ${i}\n\n${lines.flat().join('')}`
      const text = [first, ...Array.from({ length: items }, (_, i) => item(same, i)), ...others.map(item)].join('\n\n')
      counts[readAs(text)] += 1
      expectNoneLost(text)
    }),
  )
  expect(Math.min(counts.survey, counts.candidate)).toBeGreaterThan(50)
})

test('one word of 16 MB is a text like any other', () => {
  for (const letters of ['a', 'ä', '漢', 'a\u0301'])
    expect(hasSign(letters.repeat(16_000_000 / letters.length))).toBe(false)
})
