import { describe, expect, test } from 'vitest'
import { operations } from '../../server/src/core'
import { listOperations } from '../../server/src/features/listOperations'
import { plan } from '../../server/src/features/plan'
import type { OperationInfo, OperationPlan, PlanRefusal } from '../../server/src/protocol'
import { ask, check, URI } from '../support/check'
import { fixture } from '../support/fixture'
import { inHeadings } from '../support/sample'

const TEXT = inHeadings('😀 漢字 [12], then [7].')

describe('operations', () => {
  test('are those of the core, in its order', async () => {
    const { answer } = await ask<readonly OperationInfo[]>(listOperations, '')
    expect(answer.map(({ id, title, summary }) => ({ id, title, summary }))).toEqual(
      operations.map(({ id, title, summary }) => ({ id, title, summary })),
    )
  })

  test('say what may be chosen', async () => {
    const { answer } = await ask<readonly OperationInfo[]>(listOperations, '')
    const options = Object.fromEntries(
      answer.map((each) => [each.id, Object.fromEntries(each.options.map(({ name, ...rest }) => [name, rest]))]),
    )
    expect(options['swap-references']).toEqual({
      first: { title: null, summary: 'The first number', scope: null, values: null, form: 'number', required: true },
      second: {
        title: null,
        summary: 'The other number, or a free one',
        scope: null,
        values: null,
        form: 'number',
        required: true,
      },
    })
    expect(options['sort-references']?.['by']).toMatchObject({
      form: null,
      required: false,
      values: expect.arrayContaining([
        { value: 'number', title: null, summary: expect.any(String), current: false, forSelection: false },
      ]),
    })
  })

  const menus = async (text: string, params: object = {}): Promise<Readonly<Record<string, readonly string[]>>> => {
    const { answer } = await ask<readonly OperationInfo[]>(listOperations, text, { params })
    const { options = [] } = answer.find(({ id }) => id === 'convert') ?? {}
    return Object.fromEntries(
      options
        .filter(({ scope }) => scope !== null)
        .map(({ title, name, scope, values }) => [
          `${scope}: ${title ?? name}`,
          (values ?? [])
            .filter((each) => each.title !== null)
            .map(
              (each) => `${each.title}${each.current ? ' (current)' : ''}${each.forSelection ? ' [selection]' : ''}`,
            ),
        ]),
    )
  }

  test('mark what a survey has already', async () => {
    expect(await menus(TEXT, { uri: URI })).toMatchObject({
      'whole: to': ['Plain (current)', 'IEEE with links', 'Like the rest of the file [selection]'],
      'part: References': ['IEEE', 'Plain (current)'],
      'part: Link definitions': [...definitions.slice(0, 4), 'No link definitions (current)'],
      'part: Section labels': ['Headings (current)', 'Emphasis'],
      'part: Citations': ['Single brackets (current)', 'Double brackets', 'Footnotes'],
      'part: Access dates': expect.arrayContaining(['Hyphens (current)']),
    })
    expect((await menus(TEXT.replace('[12]', '[[12]]').replace('[7]', '[[7]]'), { uri: URI }))['whole: to']).toEqual([
      'Plain',
      'IEEE with links',
      'Like the rest of the file [selection]',
    ])
  })

  test('mark nothing where no survey is asked about', async () => {
    const none = (await menus(TEXT))['part: Link definitions']
    expect(none).toEqual(definitions)
    expect((await menus('# Read me\n', { uri: URI }))['part: Link definitions']).toEqual(none)
  })
})

const definitions = [
  'With titles',
  'With titles in double quotes',
  'With titles on a line of their own',
  'Without titles',
  'No link definitions',
]

describe('plan', () => {
  test.each(['\n', '\r\n'])('tells what would be done, and the edits for it (%j)', async (lineBreak) => {
    expect(await check(plan, TEXT, { lineBreak, params: { operation: 'renumber', choices: {} } })).toEqual([
      '15:1 “[7]” Plasma: a primer: [7] → [2]',
      '17:1 “[12]” Rootstock: [12] → [1]',
      fixture(
        '## Current initiatives\n\n### #1 Plasma\n\n#### What is it?\n\n😀 漢字 [1], then [2].\n\n#### Threats\n\n???\n\n## References\n\n[1] Rootstock, https://rsk.co/about, Date accessed: 2018-06-08.\n\n[2] Plasma: a primer, J. Poon and V. Buterin, https://www.plasma.io/primer, Date accessed: 2018-06-07.\n',
        lineBreak,
      ).text,
    ])
  })

  test('with a byte order mark in front', async () => {
    const { answer, file } = await ask<OperationPlan>(plan, `\ufeff${TEXT}`, {
      params: {
        uri: 'file:///work/survey.md',
        version: 7,
        operation: 'swap-references',
        choices: { first: '7', second: '12' },
      },
    })
    expect(answer.edits.map(({ range }) => file.document.getText(range).slice(0, 3))).toEqual(['12', '7', '[7]', '[12'])
  })

  test.each([
    ['is today', {}, '2026-11-22'],
    ['is what the client says', { accessed: '2018-06-07' }, '2018-06-07'],
    ['stays open where the client says so', { accessed: '' }, '????-??-??'],
  ])('the day of a new reference %s', async (_, choices, day) => {
    const { answer } = await ask<OperationPlan>(plan, TEXT, {
      params: { operation: 'insert-reference', choices: { number: '7', ...choices } },
    })
    expect(answer.edits.flatMap(({ newText }) => /Date accessed: (.*)\./u.exec(newText)?.[1] ?? [])).toEqual([day])
  })

  test('carries the version it is for', async () => {
    const { answer } = await ask(plan, TEXT, {
      params: { operation: 'renumber', choices: {}, uri: 'file:///work/survey.md', version: 7 },
    })
    expect(answer).toMatchObject({ version: 7 })
  })

  test.each([
    ['a stale version', { version: 6 }],
    ['another file', { uri: 'file:///work/other.md' }],
    ['no version', { version: null }],
  ])('of %s: null', async (_, params) => {
    const { answer } = await ask(plan, TEXT, {
      params: { uri: 'file:///work/survey.md', version: 7, operation: 'renumber', choices: {}, ...params },
    })
    expect(answer).toBeNull()
  })

  test('of a file that is no survey: null', async () => {
    expect(await check(plan, '# Read me\n\nSee [7].\n', { params: { operation: 'renumber', choices: {} } })).toEqual([])
  })

  test('a reference that is cited is asked about before it goes', async () => {
    const asked = async (text: string): Promise<PlanRefusal['question']> =>
      (await ask<PlanRefusal>(plan, text, { params: { operation: 'remove-reference', choices: { number: '7' } } }))
        .answer.question
    expect(await asked(TEXT)).toEqual({
      text: 'Remove its citation too?',
      no: 'Keep [7]',
      alternatives: [
        {
          title: 'Remove [7] and its citation',
          detail: 'shows each place first',
          choices: { number: '7', citations: 'remove' },
        },
      ],
    })
    expect(await asked(TEXT.replace('then [7]', 'then [7], [7]'))).toMatchObject({
      text: 'Remove its 2 citations too?',
      alternatives: [{ title: 'Remove [7] and its 2 citations' }],
    })
    // Where it could not be done either, there is nothing to ask.
    expect(await asked(TEXT.replace('then [7]', 'then [7], [7; 99]'))).toBeUndefined()
  })

  test('what is inserted for the author to write over is named', async () => {
    const placeholder = async (operation: string, choices: object): Promise<string | null> =>
      (await ask<OperationPlan>(plan, TEXT, { params: { operation, choices } })).answer.placeholder
    expect(await placeholder('insert-reference', { number: '1' })).toBe('???')
    expect(await placeholder('renumber', {})).toBeNull()
  })

  test('a refusal says why and where', async () => {
    expect(await check(plan, TEXT, { params: { operation: 'remove-reference', choices: { number: '7' } } })).toEqual([
      expect.stringContaining('cited'),
      '7:18 “[7]”',
    ])
    expect(
      await check(plan, TEXT, { params: { operation: 'swap-references', choices: { first: '9', second: '7' } } }),
    ).toEqual(['The list has no [9].'])
  })

  test.each([
    ['an operation that there is not', 'tidy-up', {}, 'There is no operation “tidy-up”. There are renumber,'],
    ['a name that is none', { deep: [] }, {}, 'There is no operation of that name.'],
    ['a name without end', 'x'.repeat(10_000), {}, 'There is no operation of that name.'],
    ['choices that are a list', 'renumber', ['by'], 'What was chosen must be words'],
    ['choices that are nothing', 'renumber', null, 'What was chosen must be words'],
    ['choices that are numbers', 'swap-references', { first: 7, second: 12 }, 'What was chosen must be words'],
    ['an option that there is not', 'renumber', { constructor: 'x' }, 'There is no option “constructor” here.'],
    ['a value that there is not', 'renumber', { by: 'magic' }, '“by” must be one of'],
    ['a number that is none', 'swap-references', { first: '-1', second: '12' }, '“first” must be a number from 1 on'],
    ['nothing for what is required', 'swap-references', {}, '“first” is needed'],
  ])('%s: a refusal in words', async (_, operation, choices, words) => {
    const [refused, ...places] = await check(plan, TEXT, { params: { operation, choices } })
    expect(refused?.startsWith(words)).toBe(true)
    expect(refused?.length).toBeLessThan(300)
    expect(places).toEqual([])
  })
})
