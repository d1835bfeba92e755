import { expect, test } from 'vitest'
import { insertMissing } from '../../server/src/features/insertMissing'
import { outline } from '../../server/src/features/outline'
import { ask, check } from '../support/check'
import { fixture } from '../support/fixture'
import { inEmphasis, inHeadings } from '../support/sample'

const added = (titles: readonly string[], label: (title: string) => string): string =>
  titles.map((title) => `${label(title)}\n\n???`).join('\n\n')
const BETWEEN = ['Who does it?', 'Strengths', 'Weaknesses', 'Opportunities']

test.each(['\n', '\r\n'])('those of the initiative at the cursor, each where it belongs (%j)', async (lineBreak) => {
  const source = inHeadings('It is.⟨here⟩\n\n### #2 B\n\n#### Threats\n\nNone.').replace('#1 Plasma', '#1 $0Plasma')
  const all = added([...BETWEEN, 'Threats'], (title) => `#### ${title}`)
  expect(await check(insertMissing, source.replace('⟨here⟩', ''), { lineBreak })).toEqual([
    fixture(source).text.replace('⟨here⟩', `\n\n${all}`).replaceAll('\n', lineBreak),
  ])
})

test('at the end of the last initiative, without final newline', async () => {
  expect(await check(insertMissing, '## Initiatives\n\n### #1 A\n\n#### What is it?\n\nIt is.$0')).toEqual([
    `## Initiatives\n\n### #1 A\n\n#### What is it?\n\nIt is.\n\n${added([...BETWEEN, 'Threats'], (title) => `#### ${title}`)}`,
  ])
})

test('a deeper heading of its own in an initiative does not become one by what is inserted below it', async () => {
  const source = '---\nsurvey: true\n---\n## Initiatives\n\n### Plasma$0\n\n##### Details\n\nDeep.\n'
  const [text = ''] = await check(insertMissing, source)
  expect(text).toContain('Deep.\n\n#### What is it?')
  expect((await check(outline, text)).filter((row) => row.startsWith('#'))).toEqual(['#null 0/6 6:11 “”'])
})

test('those of all, in emphasis', async () => {
  expect(await check(insertMissing, inEmphasis('It is.'))).toEqual([
    inEmphasis(`It is.\n\n${added(BETWEEN, (title) => `_${title}_`)}`),
  ])
})

test('nothing outside initiatives, where nothing is missing, for another version, in a file that is no survey', async () => {
  expect((await ask(insertMissing, inHeadings('x').replace('[7] P', '[7$0] P'))).answer).toEqual({
    version: 7,
    edits: [],
    sections: 0,
  })
  const { answer } = await ask<{ readonly sections: number }>(insertMissing, inHeadings('x$0'))
  expect(answer.sections).toBe(4)
  expect(await check(insertMissing, inHeadings(`x\n\n${added(BETWEEN, (title) => `#### ${title}`)}`))).toEqual([])
  expect((await ask(insertMissing, inHeadings('x'), { params: { version: 8 } })).answer).toBeNull()
  expect((await ask(insertMissing, '# Read me\n')).answer).toBeNull()
})
