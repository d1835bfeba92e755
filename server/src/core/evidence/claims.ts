import { blocksAt, type Markdown, type Prose } from '../markdown'
import { isCitation, listedNumbers } from '../survey/citing'
import { kindNamed, sideOf } from '../survey/kinds'
import type { Initiative, Section, Survey } from '../survey/model'
import { normalTitle } from '../survey/titles'
import { lastAtMost, spansIn } from '../text/search'
import { overlaps, shift, type Span } from '../text/span'
import type { Text } from '../text/text'
import { wordCount } from '../text/wordCount'
import { readingText } from './readingText'
import { sentenceSplitter, type SplitSentences } from './sentences'

/** Something that a judging section says: a sentence, or an item of a list as a whole. */
export interface Claim {
  /** From its first word to its last character. */
  readonly span: Span
  readonly section: Section
  readonly initiative: Initiative
  /** `cited` where a citation or a link to the web backs it, `own` where its author says that it is their own. */
  readonly support: 'cited' | 'own' | 'none'
}

/**
 * What the sections of initiatives that judge claim, in text order. Headings, tables, code and placeholders claim nothing, nor do questions, what
 * ends in a colon before a list, and what has fewer than four words. A citation behind the full stop backs the sentence before it; one in
 * front of a list, all its items.
 */
export function claimsIn(markdown: Markdown<unknown>, text: Text, survey: Survey): readonly Claim[] {
  const split = sentenceSplitter()
  const evidence = evidenceIn(survey)
  return survey.initiatives.flatMap((initiative) =>
    initiative.sections
      .filter((section) => WITH_WORDS.has(section.state) && judges(section))
      .flatMap((section) =>
        claimsOf(section.body, { markdown, text, survey, split, evidence }).map((claim) => ({
          ...claim,
          section,
          initiative,
        })),
      ),
  )
}

/** Whether a section says what speaks for something, or against it. */
export const judges = ({ kind, words }: Section): boolean =>
  (sideOf(kind) ?? sideOf(kindNamed(normalTitle(words)))) !== undefined

const WITH_WORDS: ReadonlySet<Section['state']> = new Set(['draft', 'complete'])

/** A claim of fewer words is a note. */
const FEWEST_WORDS = 4

interface Reading {
  readonly markdown: Markdown<unknown>
  readonly text: Text
  readonly survey: Survey
  readonly split: SplitSentences
  /** Where the survey cites, in text order. */
  readonly evidence: readonly Span[]
}

function evidenceIn(survey: Survey): readonly Span[] {
  const listed = listedNumbers(survey)
  const groups = survey.groups.filter((group) => isCitation(group, listed))
  return [...survey.citations, ...groups].map((each) => each.span).sort((a, b) => a.from - b.from)
}

type Found = Pick<Claim, 'span' | 'support'>

/** What stands in front of a list and speaks of its items. */
interface Lead {
  /** Items farther in than this column are its items. */
  readonly column: number
  readonly support: Claim['support']
}

function claimsOf(body: Span, reading: Reading): readonly Found[] {
  const found: Found[] = []
  let lead: Lead | undefined
  for (const { block, start } of proseIn(body, reading.markdown)) {
    const whole = shift(block.span, start)
    const within = { from: Math.max(whole.from, body.from), to: Math.min(whole.to, body.to) }
    const column = within.from === whole.from ? itemColumn(within.from, reading.text) : undefined
    if (column === undefined || (lead && column <= lead.column)) lead = undefined
    if (isTable(reading.text.slice(within.from, within.to))) continue
    for (const claim of unitsOf(within, block, start, column !== undefined, reading)) {
      if (claim.isLead) lead = { column: column ?? -1, support: claim.support }
      else if (claim.isClaim)
        found.push({ span: claim.span, support: claim.support === 'none' ? (lead?.support ?? 'none') : claim.support })
    }
  }
  return found
}

interface Unit extends Found {
  readonly isClaim: boolean
  readonly isLead: boolean
}

function unitsOf(within: Span, block: Prose, start: number, isItem: boolean, reading: Reading): readonly Unit[] {
  const { text, survey, split, evidence } = reading
  const quiet = spansIn(block.quiet, shift(within, -start)).map((each) => ({ ...each, ...shift(each, start) }))
  const cites = spansIn(evidence, within)
  const { words, own, links } = readingText(within, text, quiet, cites, survey.profile.own)
  const spans = isItem ? wholeOf(words) : split(words)
  return spans.map(({ from, to }, i): Unit => {
    // What stands between a sentence and the next belongs to it: a citation behind the full stop.
    const reach = shift({ from: i === 0 ? 0 : from, to: spans[i + 1]?.from ?? words.length }, within.from)
    const span = shift({ from, to }, within.from)
    const said = words.slice(from, to)
    const has = (places: readonly Span[]): boolean => spansIn(places, reach).length > 0
    const isLead = /[:：]$/u.test(said)
    const isClaim =
      !isLead &&
      !/[?？]["'”’)]*$/u.test(said) &&
      wordCount(said) >= FEWEST_WORDS &&
      !survey.placeholders.some((placeholder) => overlaps(placeholder, span))
    return { span, isLead, isClaim, support: has(cites) || has(links) ? 'cited' : has(own) ? 'own' : 'none' }
  })
}

function wholeOf(words: string): readonly Span[] {
  const from = words.length - words.trimStart().length
  return words.trim() === '' ? [] : [{ from, to: from + words.trim().length }]
}

/** The paragraphs that reach into a span, with where the chunk starts that each is relative to. */
function* proseIn(
  body: Span,
  markdown: Markdown<unknown>,
): Iterable<{ readonly block: Prose; readonly start: number }> {
  for (let at = body.from; at < body.to;) {
    const { start, blocks } = blocksAt(markdown, at)
    for (const block of blocks)
      if (block.type === 'prose' && start + block.span.to > body.from && start + block.span.from < body.to)
        yield { block, start }
    at = markdown.starts[lastAtMost(markdown.starts, at, (each) => each) + 1] ?? body.to
  }
}

/** How far in the item of a list is that begins at an offset; undefined where none does. */
function itemColumn(from: number, text: Text): number | undefined {
  const { line, character } = text.positionAt(from)
  const before = text.slice(text.offsetAt({ line, character: 0 }), from)
  return ITEM.test(before) ? character : undefined
}

const ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/u

/** A row of dashes below a row of cells. */
const isTable = (text: string): boolean => /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$/mu.test(text)
