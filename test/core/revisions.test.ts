import { diffLines, diffWordsWithSpace } from 'diff'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeDocument, openDocument, type Change } from '../../server/src/core'
import { revisions } from '../support/corpus'
import { findingsIn } from '../support/findings'
import { share } from '../support/edits'
import { holds } from '../support/property'
import { snapshot } from '../support/snapshot'
import { expectBoundaries, spansOf, spansOfFinding } from '../support/spans'

const all = revisions()

test.skipIf(all.length === 0)(
  'replaying a real survey from each revision to the next as edits says at each what opening it says',
  { timeout: 60_000 },
  () => {
    const [first, ...rest] = all
    let document = openDocument(first?.text ?? '')
    for (const { name, text } of rest) {
      const edits = editsBetween(document.text, text)
      expect(edits.length).toBeGreaterThan(0)
      for (const { change, insert } of edits)
        document = changeDocument(
          document,
          document.text.slice(0, change.from) + insert + document.text.slice(change.to),
          change,
        )
      expect(document.text, name).toBe(text)
      expect(snapshot(document), name).toEqual(snapshot(openDocument(text)))
    }
  },
)

test.skipIf(all.length === 0)('a real survey may break off, or begin, anywhere', { timeout: 60_000 }, () => {
  holds(
    200,
    fc.property(fc.constantFrom(...all), share, fc.boolean(), ({ text }, share, isEnd) => {
      const at = Math.floor(share * text.length)
      const part = isEnd ? text.slice(at) : text.slice(0, at)
      const document = openDocument(part)
      for (const [what, span] of spansOf(document)) expectBoundaries(part, span, what)
      for (const finding of findingsIn(document))
        for (const [what, span] of spansOfFinding(finding)) expectBoundaries(part, span, what)
    }),
  )
})

interface Replacement {
  readonly change: Change
  readonly insert: string
}

/** What an editor would have sent: changed lines, and within those the changed words, each edit in offsets of what the one before made. */
function editsBetween(before: string, after: string): readonly Replacement[] {
  const edits: Replacement[] = []
  let at = 0
  for (const { value, added, removed } of diffLines(before, after).flatMap(byWords)) {
    if (added || removed)
      edits.push({
        change: { from: at, to: at + (removed ? value.length : 0), inserted: added ? value.length : 0 },
        insert: added ? value : '',
      })
    if (!removed) at += value.length
  }
  return edits
}

type Part = ReturnType<typeof diffLines>[number]

/** Removed lines and the added ones behind them word by word, where they are few. */
function byWords(part: Part, index: number, parts: readonly Part[]): readonly Part[] {
  const next = parts[index + 1]
  if (isPair(parts[index - 1], part)) return []
  return next && isPair(part, next) ? diffWordsWithSpace(part.value, next.value) : [part]
}

const isPair = (removed: Part | undefined, added: Part): boolean =>
  Boolean(removed?.removed && added.added && removed.value.length + added.value.length < 2000)
