import { describe, expect, test } from 'vitest'
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver'
import { codeAction } from '../../server/src/features/codeAction'
import { ask, check } from '../support/check'
import { fixture } from '../support/fixture'
import { inEmphasis, inHeadings } from '../support/sample'

const titles = async (source: string, options = {}): Promise<readonly string[]> =>
  (await check(codeAction, source, options)).map((row) => row.slice(0, row.indexOf(' → ')))
const textOf = (source: string, lineBreak = '\n'): string => fixture(source, lineBreak).text

describe('fixes of what is at the cursor', () => {
  test.each(['\n', '\r\n'])(
    'the missing sections, in the form and with the line breaks of the file (%j)',
    async (lineBreak) => {
      const source = inEmphasis('[[7]].').replace('### Plasma', '### Pla$0sma')
      const expected = textOf(source).replace(
        '_Threats_',
        '_Who does it?_\n\n???\n\n_Strengths_\n\n???\n\n_Weaknesses_\n\n???\n\n_Opportunities_\n\n???\n\n_Threats_',
      )
      expect(await check(codeAction, source, { lineBreak })).toEqual([
        `Insert the 4 missing sections → ${expected.replaceAll('\n', lineBreak)}`,
      ])
    },
  )

  test('an entry for a citation that has none, where its number belongs', async () => {
    const source = inHeadings('😀 [7], [$09], [12].')
    expect(await check(codeAction, source)).toEqual([
      `Add reference [9] to the list → ${textOf(source).replace('[12] Root', '[9] ???, ???, Date accessed: 2026-11-22.\n\n[12] Root')}`,
    ])
  })

  test('an entry that nobody cites goes with its link definition', async () => {
    const source = inEmphasis('x').replace('[[7]] J', '[[$07]] J')
    expect((await check(codeAction, source)).find((row) => row.startsWith('Remove'))).toMatch(
      / → [^]*## References\n\n\[\[12\]\] "Rootstock"/u,
    )
  })

  test('at either end of a finding, and in a selection over several', async () => {
    expect(await titles(inHeadings('[7] $0[9]'))).toEqual(['Add reference [9] to the list'])
    expect(await titles(inHeadings('[7] [9]$0'))).toEqual(['Add reference [9] to the list'])
    expect(await titles(inHeadings('[8], [9]\n^^^^^^^^'))).toEqual([
      'Add reference [8] to the list',
      'Add reference [9] to the list',
    ])
    expect(await titles(inHeadings('[7] $0 [9]'))).toEqual([])
  })

  test('for all initiatives at once, when there are several', async () => {
    const source = inHeadings('[7] [12]\n\n### #2 B').replace('#1 Plasma', '#1 $0Plasma')
    const rows = await check(codeAction, source)
    expect(rows.map((row) => row.slice(0, row.indexOf(' → ')))).toEqual([
      'Insert the 5 missing sections',
      'Insert the missing sections of every initiative',
    ])
    expect(rows[1]?.match(/^#### /gmu)).toHaveLength(12)
  })

  test('the numbers of the initiatives', async () => {
    const source = inHeadings('[7] [12]\n\n### #$03 B').replace('???', 'None.')
    expect((await check(codeAction, source)).find((row) => row.startsWith('Renumber'))).toBe(
      `Renumber the initiatives → ${textOf(source).replace('#3', '#2')}`,
    )
  })
})

describe('what moves numbers all over the file is offered to be looked at first', () => {
  const offered = async (source: string, title: string, lineBreak = '\n'): Promise<string | undefined> =>
    (await check(codeAction, source, { lineBreak }))
      .find((row) => row.startsWith(`${title} → `))
      ?.slice(title.length + 3)

  test.each(['\n', '\r\n'])('numbers in the order of the first citation (%j)', async (lineBreak) => {
    const after = await offered(
      inHeadings('😀 [$012], [7].'),
      'Number the references in the order of their first citation',
      lineBreak,
    )
    expect(after).toContain('😀 [1], [2].')
    expect(after).toContain(
      `[1] Rootstock, https://rsk.co/about, Date accessed: 2018-06-08.${lineBreak}${lineBreak}[2] Plasma`,
    )
  })

  test('numbers without gaps', async () => {
    const after = await offered(
      inHeadings('[7] [12]').replace('[12] Root', '[1$02] Root'),
      'Close the gaps in the numbers of the references',
    )
    expect(after).toContain('[1] [2]')
    expect(after).toContain('[2] Rootstock')
  })

  test('two references to one source become one', async () => {
    const after = await offered(
      inHeadings('Fast [7]. Young [12].').replace(
        '[12] Rootstock, https://rsk.co/about',
        '[1$02] The primer, http://plasma.io/primer/',
      ),
      'Merge [12] into [7]',
    )
    expect(after).toContain('Fast [7]. Young [7].')
    expect(after).not.toContain('The primer')
  })

  test('what nobody cites goes, and the numbers above it move down', async () => {
    const after = await offered(
      inHeadings('[12]').replace('[7] Plasma', '[$07] Plasma'),
      'Remove reference [7] and close the gap',
    )
    expect(after).toContain('[11] Rootstock')
    expect(after).not.toContain('Plasma: a primer')
  })

  test('a client that can ask its user is told to', async () => {
    const confirmed = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } }
    const source = inHeadings('[$012], [7].')
    for (const [capabilities, isAsked] of [
      [confirmed, true],
      [{ workspace: { workspaceEdit: { documentChanges: true } } }, false],
    ] as const) {
      const { answer } = await ask<CodeAction[]>(codeAction, source, { capabilities })
      const edit = answer.find(({ title }) => title.startsWith('Number the references'))?.edit
      expect(Object.values(edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation)).toEqual(
        isAsked ? [true] : [],
      )
      expect(edit?.documentChanges).toHaveLength(1)
    }
  })
})

describe('what the client asks for', () => {
  const source = inHeadings('[7] [12] [9$0]')

  test.each([
    [['quickfix'], ['Add reference [9] to the list']],
    [['refactor'], []],
    [[], []],
  ])('only %j', async (only, expected) => {
    expect(await titles(source, { params: { context: { diagnostics: [], only } } })).toEqual(expected)
  })

  test.each([['source'], ['source.fixAll'], ['source.fixAll.survey']])(
    'only %s: what can be mended without loss, wherever the cursor is',
    async (kind) => {
      const crooked = inHeadings('$0It is [9].\n\n##### Weaknesses\n\nSlow.')
      const asked = { params: { context: { diagnostics: [], only: [kind] } } }
      expect(await check(codeAction, crooked, asked)).toEqual([
        `Mend everything in this survey that can be mended without loss → ${textOf(crooked).replace('##### W', '#### W')}`,
      ])
      expect(await check(codeAction, crooked.replace('##### W', '#### W'), asked)).toEqual([])
    },
  )

  test('not asked for: other sources', async () => {
    expect(
      await titles(source, { params: { context: { diagnostics: [], only: ['source.organizeImports'] } } }),
    ).toEqual([])
  })
})

test('the finding goes along, and the edit names its version where the client can read that', async () => {
  const source = inHeadings('[7] [12] [9$0]')
  const [action] = (await ask<CodeAction[]>(codeAction, source)).answer
  expect(action).toMatchObject({
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [{ code: 'undefined-citation', source: 'survey' }],
    edit: { documentChanges: [{ textDocument: { uri: 'file:///work/survey.md', version: 7 } }] },
  })
  const [plain] = (await ask<CodeAction[]>(codeAction, source, { capabilities: {} })).answer
  expect(plain?.edit).toEqual({
    changes: { 'file:///work/survey.md': (action?.edit?.documentChanges?.[0] as TextDocumentEdit).edits },
  })
})

test('silent on a file that is no survey', async () => {
  expect(await check(codeAction, '# Read me\n\n$0??? [9]\n')).toEqual([])
})
