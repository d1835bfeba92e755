import { describe, expect, test } from 'vitest'
import { createStateReader, historyFormats, historyOf, historyTable, openDocument } from '../../server/src/core'
import { deletedSections } from '../../server/src/core/history/deletedSections'
import { surveyState } from '../../server/src/core/history/surveyState'
import { csv } from '../../server/src/core/text/csv'
import { wordCount } from '../../server/src/core/text/wordCount'
import { revisions as readRevisions } from '../support/corpus'

const surveyOf = (...initiatives: readonly string[]): string =>
  `## Current initiatives\n\n${initiatives.join('\n\n')}\n`
const initiative = (name: string, ...sections: readonly string[]): string =>
  [`### ${name}`, ...sections.map((title) => `#### ${title}\n\n???`)].join('\n\n')

const state = (text: string) => surveyState(openDocument(text), new Map())
const deleted = (before: string, after: string): readonly string[] =>
  deletedSections(state(before), state(after)).map(
    ({ initiative: name, kind, title }) => `${name ?? '–'} ${kind ?? title}`,
  )

describe('what was deleted', () => {
  test('sections, and all of an initiative that is gone', () => {
    const before = surveyOf(initiative('Tea', 'Strengths', 'Threats'), initiative('Coffee', 'Strengths', 'Threats'))
    expect(deleted(before, before)).toEqual([])
    expect(deleted(before, surveyOf(initiative('Coffee', 'Threats')))).toEqual([
      'Tea strengths',
      'Tea threats',
      'Coffee strengths',
    ])
  })

  test('nothing that has another title, number or place, or is there once less', () => {
    const before = surveyOf(initiative('#1 Tea', 'Strengths', 'Threats'), initiative('#2 ???', 'Threats', 'Threats'))
    expect(
      deleted(before, surveyOf(initiative('#1 Coffee', 'Threats'), initiative('#2 Tea', 'Threat', 'Strength'))),
    ).toEqual(['??? threats', '??? threats'])
    expect(
      deleted(before, surveyOf(initiative('#1 Tea', 'Threats', 'Strengths'), initiative('#2 Coffee', 'Threats'))),
    ).toEqual([])
  })

  test('what the profile does not know goes by its title, but for a slip in it', () => {
    const before = surveyOf(
      initiative('Tea', 'Strengths', 'Threats', 'How it is aplied'),
      initiative('Coffee', 'Threats'),
    )
    expect(deleted(before, before.replace('aplied', 'applied'))).toEqual([])
    expect(deleted(before, before.replace('How it is aplied', 'Where it grows'))).toEqual(['Tea How it is aplied'])
  })
})

test('words are what is read', () => {
  expect(wordCount('A *tall* [glass](https://example.org/a_(b)) of tea [1], [[2]](https://x.org).')).toBe(5)
  expect(wordCount("It's well-known&nbsp;– 3.5 ml. <!-- not\n\nthis --> <https://example.org/a> ???")).toBe(5)
  expect(wordCount('茶は good です')).toBe(5)
  expect(wordCount('')).toBe(0)
})

test('a spreadsheet takes no cell for a formula, and finds each cell whole', () => {
  expect(csv([['=1+1', '+x', '-x', '@x', 'a "b"', 'c,d', 'e\nf', -1]])).toBe(
    `'=1+1,'+x,'-x,'@x,"a ""b""","c,d","e\nf",-1\r\n`,
  )
})

describe('a history', () => {
  const read = createStateReader({})
  const texts = [
    surveyOf(initiative('<Tea> & "co"', 'Strengths', 'Threats'), initiative('Coffee', 'Strengths')),
    surveyOf(initiative('<Tea> & "co"', 'Strengths'), initiative('Coffee', 'Strengths')),
    surveyOf(initiative('<Tea> & "co"', 'Strengths', 'Threats'), initiative('Coffee')),
    surveyOf(initiative('<Tea> & "co"', 'Strengths', 'Threats'), initiative('Coffee', 'Strengths')),
  ]
  // A branch that loses one section, another that loses another, and what has both of them again.
  const before = [[], [0], [0], [1, 2]]
  const history = historyOf(
    { path: '-=survey.md', isShallow: false },
    texts.map((text, i) => ({
      commit: String(i).repeat(40),
      date: `2020-01-0${i + 1}T00:00:00Z`,
      path: i < 2 ? 'a.md' : '=b.md',
      before: before[i] ?? [],
      state: read(text, text),
    })),
  )
  const print = (id: string): string => historyFormats.find((format) => format.id === id)?.print(history) ?? ''

  test('compares each revision with what it was made from', () => {
    expect(
      history.revisions.map(({ deleted: gone }) => gone.map(({ initiative: name, kind }) => `${name} ${kind}`)),
    ).toEqual([[], ['<Tea> & "co" threats'], ['Coffee strengths'], []])
  })

  test('as a table has its paths only where there are several', () => {
    expect(historyTable(history).head.map(({ title }) => title)).toContain('Path')
    const one = { ...history, revisions: history.revisions.slice(0, 2) }
    expect(historyTable(one).head.map(({ title }) => title)).not.toContain('Path')
  })

  test('as CSV has a line for each revision', () => {
    expect(print('csv').split('\r\n').slice(0, 4)).toEqual([
      'commit,date,path,placeholders,sections,written,missing,words,citations,deleted',
      `${'0'.repeat(40)},2020-01-01T00:00:00Z,a.md,3,3,0,9,7,0,`,
      `${'1'.repeat(40)},2020-01-02T00:00:00Z,a.md,2,2,0,10,6,0,"<Tea> & ""co"": Threats"`,
      `${'2'.repeat(40)},2020-01-03T00:00:00Z,'=b.md,2,2,0,10,6,0,Coffee: Strengths`,
    ])
  })

  test('as a drawing is made of text and lines, has words for who does not see it, and a mark for each deletion', () => {
    const svg = print('svg')
    const names = new Set([...svg.matchAll(/<([a-z]+)/gu)].map(([, name]) => name))
    expect([...names].sort()).toEqual(['desc', 'line', 'path', 'style', 'svg', 'text', 'title'])
    expect(svg).toContain('<title id="history-title">Progress of -=survey.md</title>')
    expect(svg).toMatch(
      /<desc id="history-desc">4 revisions on 2 paths.*Threats of &lt;Tea&gt; &amp; &quot;co&quot;\..*<\/desc>/u,
    )
    expect([...svg.matchAll(/<text class="deletion"[^>]*>([^<]*)/gu)].map(([, count]) => count)).toEqual(['−1', '−1'])
    // From the first to both branches, and from both to the last.
    expect(/class="written" d="([^"]*)"/u.exec(svg)?.[1]?.match(/L/gu)).toHaveLength(4)
    expect(svg.split('<svg').length).toBe(svg.split('</svg>').length)
  })

  test.each(historyFormats)('$id: of no revision, of one, and of what is no survey', ({ print: printed }) => {
    expect(printed({ path: 'a.md', isShallow: false, revisions: [] })).not.toBe('')
    for (const text of ['', 'A poem.', surveyOf(initiative('Tea'))]) {
      const revision = {
        commit: 'a'.repeat(40),
        date: '2020-01-01T00:00:00Z',
        path: 'a.md',
        before: [],
        state: read(text, text),
      }
      const told = printed(historyOf({ path: 'a.md', isShallow: true }, [revision]))
      expect(told).not.toMatch(/NaN|Infinity|undefined/u)
    }
  })
})

const REVISIONS = readRevisions()

test.skipIf(REVISIONS.length === 0)('read one after the other, revisions say what each says alone', () => {
  const read = createStateReader({})
  for (const { name, text } of REVISIONS) expect(read(name, text)).toEqual(state(text))
})
