import type { LinkDefinition, Reference } from '../../references/model'
import { blockEnd, definitionSpan, isListItem } from '../../survey/referenceBlock'
import { plainTitle } from '../../survey/names'
import type { Survey } from '../../survey/model'
import { lineStart, nextText } from '../../text/lines'
import { oneLine } from '../../text/oneLine'
import { lastAtMost, startingBy } from '../../text/search'
import { contains, type Span } from '../../text/span'
import { definitionList } from './definitionList'
import { blocksOf, divides, type Draft } from './entryBlocks'
import type { Item, ReferenceList } from './item'

export function referenceList(survey: Survey, text: string): ReferenceList {
  const { references, definitions } = survey
  if (references.length === 0) return definitionList(definitions, text)
  const below = references.map((reference) => definitionBelow(reference, definitions, text))
  const taken = new Set(below)
  const free = definitions.filter((definition) => !taken.has(definition))
  const drafts = references.map((reference, i) => draftOf(reference, below[i], free, text))
  const owned = ownersOf(drafts, definitions, text)
  const { lists } = survey
  const isCounted = drafts.some(
    ({ reference }) => isListItem(reference) && Number(written(reference.numberSpan, text)) !== reference.number,
  )
  const isFootnoted = survey.notation === 'footnotes'
  const blocks = isFootnoted ? drafts.map(footnoteBlock(text)) : blocksOf(drafts, definitions, lists, text)
  const items = blocks.map(({ draft: { reference }, block }): Item => ({
    number: reference.number,
    numberSpan: reference.numberSpan,
    label: reference.label,
    entry: reference.span,
    block,
    definitions: owned.get(reference) ?? [],
    words: oneLine(text.slice(reference.body.from, reference.body.to)),
    source: reference.source,
    name:
      plainTitle((reference.title?.text ?? text.slice(reference.body.from, reference.body.to)).replace(/\s+/gu, ' ')) ||
      `[${reference.number}]`,
    title: reference.title?.text,
    authors: reference.authors?.text,
    url: (reference.url ?? reference.definition?.url)?.text.replace(/^<|>$/gu, ''),
    accessedOn: reference.accessedOn,
    isDefinition: false,
    counted: isCounted && isListItem(reference) && written(reference.numberSpan, text) === '1',
  }))
  const claimed = new Set([...owned.values()].flat())
  return {
    items,
    stretches: isFootnoted ? runsOfFootnotes(items, text) : stretchesOf(items, lists, text),
    strays: definitions.filter((definition) => !claimed.has(definition)),
  }
}

/** A footnote owns what is indented below it: what else stands there is the survey's. */
const footnoteBlock =
  (text: string) =>
  (draft: Draft): { readonly draft: Draft; readonly block: Span } => ({
    draft,
    block: { from: draft.span.from, to: blockEnd(draft.reference, text) },
  })

/** Footnotes with nothing but blanks between them. */
function runsOfFootnotes(items: readonly Item[], text: string): readonly (readonly Item[])[] {
  const runs: Item[][] = []
  for (const [i, item] of items.entries()) {
    const previous = items[i - 1]
    if (previous && nextText(text, previous.block.to) >= item.block.from) runs.at(-1)?.push(item)
    else runs.push([item])
  }
  return runs
}

/** The link definition that directly follows an entry and has its number. */
function definitionBelow(
  { number, span }: Reference,
  definitions: readonly LinkDefinition[],
  text: string,
): LinkDefinition | undefined {
  const next = definitions[lastAtMost(definitions, span.to - 1, (definition) => definition.span.from) + 1]
  return next?.number === number && nextText(text, span.to) === next.span.from ? next : undefined
}

/** `definitions` may be those right above entries. */
function draftOf(
  reference: Reference,
  below: LinkDefinition | undefined,
  definitions: readonly LinkDefinition[],
  text: string,
): Draft {
  const line = lineStart(text, reference.span.from)
  const above = startingBy(definitions, line - 1)
  const end = above?.number === reference.number ? definitionSpan(above, text).to : undefined
  const isAbove = end !== undefined && end < line && nextText(text, end) >= line
  return {
    reference,
    span: {
      from: above && isAbove ? lineStart(text, above.span.from) : line,
      to: below ? definitionSpan(below, text).to : reference.span.to,
    },
  }
}

/** A definition is that of the entry beside it, else of the first with its number. */
function ownersOf(
  drafts: readonly Draft[],
  definitions: readonly LinkDefinition[],
  text: string,
): ReadonlyMap<Reference, readonly LinkDefinition[]> {
  const firsts = new Map<number, Draft>()
  for (const draft of drafts) if (!firsts.has(draft.reference.number)) firsts.set(draft.reference.number, draft)
  const owned = new Map<Reference, LinkDefinition[]>()
  for (const definition of definitions) {
    const { number, span } = definition
    const beside = startingBy(drafts, span.from)
    const isBeside =
      beside?.reference.number === number &&
      (contains(beside.span, span) || nextText(text, beside.reference.span.to) === span.from)
    const owner = isBeside ? beside : firsts.get(number)
    if (!owner) continue
    const list = owned.get(owner.reference)
    if (list) list.push(definition)
    else owned.set(owner.reference, [definition])
  }
  return owned
}

function stretchesOf(items: readonly Item[], lists: readonly Span[], text: string): readonly (readonly Item[])[] {
  const stretches: Item[][] = []
  let previous: Item | undefined
  const listOf = (item: Item): number =>
    lists.findIndex((list) => list.from <= item.entry.from && item.entry.from < list.to)
  // What is moved to entries of another form, an item of a list to paragraphs, may become part of its neighbour.
  const formOf = ({ entry, label, numberSpan }: Item): string =>
    `${text.slice(lineStart(text, entry.from), entry.from).trim()} ${label.from === numberSpan.from}`
  for (const item of items) {
    if (
      previous &&
      listOf(previous) === listOf(item) &&
      formOf(previous) === formOf(item) &&
      !divides(text.slice(previous.block.to, item.block.from))
    )
      stretches.at(-1)?.push(item)
    else stretches.push([item])
    previous = item
  }
  return stretches
}

const written = ({ from, to }: Span, text: string): string => text.slice(from, to)
