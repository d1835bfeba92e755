import { expect, test } from 'vitest'
import { applyEdits, openDocument, operations } from '../../server/src/core'
import { isRefusal } from '../../server/src/core/refusal'
import { inEmphasis, inHeadings } from '../support/sample'

const operation = operations.find(({ id }) => id === 'remove-uncited-references')!

function left(text: string, choices: Readonly<Record<string, string>> = {}): string {
  const plan = operation.plan(openDocument(text), choices)
  if (isRefusal(plan)) throw new Error(plan.refused)
  return applyEdits(text, plan.edits)
}

const reference = (number: number): string =>
  `[[${number}]] "Source ${number}" [online]. Available: <https://s${number}.org>. Date accessed: 2018&#8209;06&#8209;08.\n\n[${number}]: https://s${number}.org 'Source ${number}'\n\n`

const survey = (prose: string, numbers: readonly number[]): string =>
  inEmphasis(prose)
    .replace(' [[12]].', '.')
    .replace(/\[\[7\]\][^]*/u, '') +
  numbers.map(reference).join('').trimEnd() +
  '\n'

test('all that nothing cites go with their link definitions, and the others close up', () => {
  const text = survey('Fast [[2]], [[5]].', [1, 2, 3, 4, 5])
  const expected = survey('Fast [[1]], [[2]].', [1, 2]).replace(
    /Source (\d)|s(\d)\.org/gu,
    (_, a?: string, b?: string) => (a === undefined ? `s${b === '1' ? 2 : 5}.org` : `Source ${a === '1' ? 2 : 5}`),
  )
  expect(left(text)).toBe(expected)
  expect(left(text.replaceAll('\n', '\r\n'))).toBe(expected.replaceAll('\n', '\r\n'))
  expect(left(expected)).toBe(expected)
})

test('those that are to stay stay, and what links or another entry lead to counts as cited', () => {
  const text = survey('Fast [[2]], [a][4].', [1, 2, 3, 4])
  expect(left(text, { keep: '1,3' })).toBe(text)
  expect(left(text, { keep: '1' })).toContain('Source 1')
  expect(left(text, { keep: '1' })).not.toContain('Source 3')
  expect(left(text)).toContain('[a][2]')
})

test('what is written below one that goes is said', () => {
  const text = inHeadings('Fast [12].').replace('\n\n[12]', '\n\nRead twice.\n\n[12]')
  expect(operation.plan(openDocument(text), {})).toMatchObject({
    losses: ['The text below [7] is removed, too: “Read twice.”.'],
  })
})
