import fc from 'fast-check'
import type { Range } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nearestFirst } from '../../client/src/incomplete/nearest-first'
import { samePlace } from '../../client/src/incomplete/same-place'
import { stepIncomplete } from '../../client/src/incomplete/step-incomplete'
import { incompleteOnly } from '../../client/src/views/incomplete-only'
import { buildOutlineTree } from '../../client/src/views/outline-tree'
import { outlineText } from '../../server/src/cli/reports/outlineText'
import { openDocument } from '../../server/src/core'
import type { IncompletePlace, Outline } from '../../server/src/protocol'
import { startClient } from '../support/client'
import { revisions } from '../support/corpus'
import { anySurvey } from '../support/dialects'
import { holdsAsync } from '../support/property'
import { surveyText } from '../support/surveys'

/** Whatever says how much is left to write says the same number: the badge, the filter, the jumps, the lists, the progress and the CLI. */

let client: Awaited<ReturnType<typeof startClient>>
beforeAll(async () => {
  client = await startClient({ capabilities: {} })
})
afterAll(() => client.stop())

const outlineOf = (text: string): Promise<Outline> =>
  client.connection.sendRequest<Outline>('survey/outline', { uri: 'file:///work/survey.md', text })

const all = revisions()

test.skipIf(all.length === 0)('in every revision of a real survey', async () => {
  const counts = new Set<number>()
  for (const { name, text } of all) counts.add(await countIn(text, name))
  expect(counts.size).toBeGreaterThan(5)
})

test('in surveys of every dialect, in any state', () =>
  holdsAsync(
    150,
    fc.asyncProperty(fc.oneof(anySurvey, surveyText), async (text) => void (await countIn(text, ''))),
  ))

test('a jump and a row select a placeholder or nothing, and what is typed there does not stand before other words', () =>
  holdsAsync(
    150,
    fc.asyncProperty(fc.oneof(anySurvey, surveyText), async (text) => {
      const { incomplete, initiatives, sections, references } = await outlineOf(text)
      const rows = [...initiatives, ...initiatives.flatMap((each) => each.sections), ...sections, ...references]
      for (const { title, selection } of [...incomplete, ...rows]) {
        const selected = within(text, selection)
        const behind = within(text, { start: selection.end, end: { line: selection.end.line, character: 999_999 } })
        expect(selected === '' ? behind.trim() : selected, title).toMatch(
          selected === '' ? /^$/u : /^(?:\S*\?\?\S*|TBD|\W+)$/u,
        )
      }
    }),
  ))

/** What everything says is left, or fails. */
async function countIn(text: string, name: string): Promise<number> {
  const outline = await outlineOf(text)
  const { incomplete, done, total, initiatives, sections, references } = outline
  const badge = incomplete.length
  const own = [...sections, ...references].filter((row) => row.incomplete).length
  for (const { state, kind, incomplete: isOpen } of [...initiatives.flatMap((each) => each.sections), ...sections])
    if (kind !== 'references') expect(isOpen, `${name} ${kind} ${state}`).toBe(TO_WRITE.has(state))
  for (const { number, range, incomplete: isOpen } of references)
    expect(isOpen, `${name} [${number}]`).toBe(/\?\?/u.test(within(text, range)) || isUndefinedYet(text, number))
  expect(
    {
      progress: total - done,
      rows: initiatives.reduce((sum, initiative) => sum + initiative.total - initiative.done, own),
      filter: [...incompleteOnly(buildOutlineTree(outline, 'file')).nodes.values()].filter(
        ({ content }) => 'incomplete' in content && content.incomplete,
      ).length,
      list: listed(incomplete),
      next: walked(incomplete, 'next'),
      previous: walked(incomplete, 'previous'),
      cli: printed(text),
    },
    name,
  ).toEqual({
    progress: badge,
    rows: badge,
    filter: badge,
    list: badge,
    next: badge,
    previous: badge,
    cli: outline.survey || outline.candidate ? badge : undefined,
  })
  return badge
}

const TO_WRITE: ReadonlySet<string> = new Set(['missing', 'empty', 'placeholder', 'draft'])

const within = (text: string, { start, end }: Range): string => {
  const document = TextDocument.create('', 'markdown', 0, text)
  return document.getText({ start, end })
}

/** Whether the first link definition of a number leads nowhere. */
const isUndefinedYet = (text: string, number: number): boolean =>
  /\?\?|^\s*$/u.test(new RegExp(String.raw`^[> ]*\[${number}\]:(.*)$`, 'mu').exec(text)?.[1] ?? 'x')

function listed(incomplete: readonly IncompletePlace[]): number {
  const { after, before } = nearestFirst(incomplete, incomplete[incomplete.length >> 1]?.selection.start ?? START.start)
  return after.length + before.length
}

/** How many are announced until a jump comes back to the first one. */
function walked(incomplete: readonly IncompletePlace[], direction: 'next' | 'previous'): number {
  const seen = new Set<number>()
  let here: Range = START
  for (let i = 0; i <= incomplete.length; i++) {
    const index = stepIncomplete(incomplete, here, direction)
    if (index === undefined || seen.has(index)) break
    const { first, last } = samePlace(incomplete, index)
    for (let each = first; each <= last; each++) seen.add(each)
    here = incomplete[index]?.selection ?? START
  }
  return seen.size
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

function printed(text: string): number | undefined {
  const lines = outlineText([{ path: 'survey.md', document: openDocument(text), mark: '' }], (_, words) => words)
    .trimEnd()
    .split('\n')
  const count = /^ {2}(\d+) incomplete$/u.exec(lines.at(-1) ?? '')?.[1]
  return count === undefined ? undefined : Number(count)
}
