import type { Document } from '../../document'
import { citationReaders, groupsIn, isDash } from '../../references/scan'
import { CitationAt } from '../../references/placed'
import type { Citation, LinkByNumber, NumberGroup } from '../../references/model'
import { inLists, isCitation, mayCite } from '../../survey/citing'
import { lastAtMost } from '../../text/search'
import { blockReader, isProse, isProseSpan, type BlockReader } from '../../markdown/prose'
import type { ReferenceList } from './item'

/** Where a text uses the numbers of its reference list. Each kind in text order. */
export interface Uses {
  /** Citations in a row that dashes join, as in `[2]–[5]`; most are rows of one. Those inside entries (“see [3]”) too. */
  readonly rows: readonly Row[]
  /** `[1, 2]` where each number is in the list. */
  readonly groups: readonly NumberGroup[]
  /** `[1, 2]` where some are not, or none is: it would look like a citation if the list had them. */
  readonly unclear: readonly UnclearGroup[]
  /** The number in `[text][7]`, which leads to a link definition. */
  readonly links: readonly LinkByNumber[]
}

export interface UnclearGroup extends Pick<NumberGroup, 'span' | 'numbers'> {
  /** Those that the list does not have. */
  readonly absent: readonly number[]
  /** Whether it may be a citation: the list has some of its numbers, and none is 0. */
  readonly mayCite: boolean
}

export interface Row {
  readonly citations: readonly Citation[]
  /** Whether it stands in the reference list, where it is no citation of the survey. */
  readonly listed: boolean
}

export function usesOf(document: Document, list: ReferenceList): Uses {
  const { text, survey } = document
  const blocks = blockReader(document.markdown)
  const known = new Set(list.items.map(({ number }) => number))
  const defined = new Set(survey.definitions.map(({ number }) => number))
  const groups =
    survey.notation === 'footnotes'
      ? []
      : groupsIn(text, { from: 0, to: text.length }).filter(({ span }) => isProseSpan(span, blocks))
  const within = listed(document, list, known, blocks)
  return {
    rows: [...rowsOf(survey.citations, text, false), ...rowsOf(within, text, true)].sort(
      (a, b) => startOf(a) - startOf(b),
    ),
    groups: groups.filter((group) => isCitation(group, known)),
    unclear: groups
      .map(({ span, numbers }) => ({
        span,
        numbers,
        absent: numbers.filter((number) => !known.has(number)),
        mayCite: mayCite(numbers, known),
      }))
      .filter(({ absent }) => absent.length > 0),
    links: survey.linksByNumber.filter(({ number }) => defined.has(number)),
  }
}

const startOf = ({ citations: [first] }: Row): number => first?.span.from ?? 0

function rowsOf(citations: readonly Citation[], text: string, isListed: boolean): readonly Row[] {
  const rows: { citations: Citation[]; listed: boolean }[] = []
  let previous: Citation | undefined
  for (const citation of citations) {
    if (previous && isDash(text.slice(previous.span.to, citation.span.from))) rows.at(-1)?.citations.push(citation)
    else rows.push({ citations: [citation], listed: isListed })
    previous = citation
  }
  return rows
}

/** The citations that stand in the reference list, but label no entry: of numbers that are there, and not in an address. */
function listed(
  { text, survey }: Document,
  { items, strays }: ReferenceList,
  known: ReadonlySet<number>,
  blockAt: BlockReader,
): readonly Citation[] {
  const labels = new Set(
    [
      ...items.flatMap(({ numberSpan, definitions }) => [numberSpan, ...definitions.map((each) => each.numberSpan)]),
      ...strays.map(({ numberSpan }) => numberSpan),
    ].map(({ from }) => from),
  )
  const found: Citation[] = []
  const isListed = inLists(survey)
  const read = new Set<number>()
  const pattern = LABELS[survey.notation]
  for (const list of survey.lists) {
    for (const match of text.slice(list.from, list.to).matchAll(pattern)) {
      const from = list.from + match.index
      const at = labels.has(from + match[0].search(/\d/u)) ? undefined : blockAt({ from, to: from + match[0].length })
      if (!at || !isProse(at.block) || read.has(at.start + at.block.span.from)) continue
      read.add(at.start + at.block.span.from)
      for (const each of citationReaders[survey.notation](
        text.slice(at.start, at.start + at.block.span.to),
        at.block.span,
        at.block.quiet,
      )) {
        const citation = new CitationAt(each, at.start)
        if (
          isListed(citation.span.from) &&
          known.has(each.number) &&
          !labels.has(citation.numberSpan.from) &&
          !isAddress(text, citation.span.from)
        )
          found.push(citation)
      }
    }
  }
  const definitions = [...items.flatMap((item) => item.definitions), ...strays]
    .map(({ span }) => span)
    .sort((a, b) => a.from - b.from)
  return found.filter(
    ({ span }) => (definitions[lastAtMost(definitions, span.from, ({ from }) => from)]?.to ?? 0) <= span.from,
  )
}

const LABELS = { brackets: /\[\d{1,6}\]/gu, footnotes: /\[\^\d{1,6}\]/gu }

const isAddress = (text: string, at: number): boolean =>
  /(?:\/\/|www\.)\S*$/u.test(text.slice(Math.max(0, at - 200), at))
