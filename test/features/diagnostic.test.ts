import { expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver'
import { diagnostic } from '../../server/src/features/diagnostic'
import { ask, check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

test.each(['\n', '\r\n'])('findings on one line each, in text order, after an emoji too (%j)', async (lineBreak) => {
  expect(await check(diagnostic, inHeadings('😀 漢字 [9], [7], [12].'), { lineBreak })).toEqual([
    expect.stringMatching(/^3:5 “#1 Plasma” warning missing-section: /u),
    '7:7 “[9]” error undefined-citation: No reference has the number 9. Add it to the list, or correct the number.',
    expect.stringMatching(/^11:1 “\?\?\?” information placeholder-text: /u),
    expect.stringMatching(/^15:2 “7” hint reference-gap: /u),
    expect.stringMatching(/^17:2 “12” hint reference-gap: /u),
  ])
})

test('severities as the author set them; nonsense leaves the default', async () => {
  const settings = {
    rules: {
      'missing-section': 'off',
      'reference-gap': 'off',
      'undefined-citation': 'hint',
      'placeholder-text': 'loud',
    },
  }
  expect(
    (await check(diagnostic, inEmphasis('[[7]], [[9]] ???'), { settings })).map((row) =>
      row.split(':', 2).join(':').slice(0, 60),
    ),
  ).toEqual([expect.stringContaining('“[9]” hint'), expect.stringContaining('“???” information')])
})

test('nothing on a file that is no survey', async () => {
  expect(await check(diagnostic, '# Read me\n\n??? [9]\n')).toEqual([])
})

test('tags and related places only for clients that show them', async () => {
  const text = inHeadings('[7]').replace('[12] Rootstock', '[7] Another')
  const able = (await ask<{ items: Diagnostic[] }>(diagnostic, text)).answer.items
  const simple = (
    await ask<{ items: Diagnostic[] }>(diagnostic, text, { capabilities: { textDocument: { diagnostic: {} } } })
  ).answer.items
  const extras = (items: readonly object[]): readonly string[] =>
    ['tags', 'relatedInformation'].filter((extra) => items.some((item) => extra in item))
  expect(extras(able)).toEqual(['relatedInformation'])
  expect(extras(simple)).toEqual([])
  const uncited = inHeadings('[7]')
  expect(extras((await ask<{ items: Diagnostic[] }>(diagnostic, uncited)).answer.items)).toEqual(['tags'])
  expect(
    extras(
      (await ask<{ items: Diagnostic[] }>(diagnostic, uncited, { capabilities: { textDocument: { diagnostic: {} } } }))
        .answer.items,
    ),
  ).toEqual([])
})
