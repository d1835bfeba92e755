import { DocumentLinkRequest, type DocumentLink } from 'vscode-languageserver'
import { isCitation, oneLine, readable, writtenIn, type Reference, type Span } from '../core'
import { toRange } from './shared/convert'
import { feature, type SurveyFile } from './feature'

/**
 * From citations to their entries, and from entries to their sources, save for what Markdown itself makes a link of: editors
 * have those. Of what overlaps otherwise VS Code keeps ours: it leads `[7]` to the link definition, and knows no `www.a.org`.
 */
export const documentLink = feature(
  DocumentLinkRequest.type,
  { documentLinkProvider: { resolveProvider: false } },
  (session, { textDocument: { uri } }) => {
    const file = session.survey(uri)
    if (!file) return null
    const hasTooltips = session.client.textDocument?.documentLink?.tooltipSupport === true
    // VS Code tells which ones overlap only where they are in text order.
    return [...citationLinks(file), ...sourceLinks(file)]
      .sort((a, b) => a.span.from - b.span.from)
      .map(({ span, target, tooltip }): DocumentLink => ({
        range: toRange(file, span),
        target,
        ...(hasTooltips && { tooltip }),
      }))
  },
)

interface Link {
  readonly span: Span
  readonly target: string
  readonly tooltip: string
}

function citationLinks(file: SurveyFile): readonly Link[] {
  const { citations, groups, listing: references } = file.survey
  if (citations.length + groups.length === 0 || references.length === 0) return []
  const entries = new Map<number, Reference>()
  for (const reference of references) if (!entries.has(reference.number)) entries.set(reference.number, reference)
  const known = new Map<number, Omit<Link, 'span'>>()
  const grouped = groups.filter((group) => isCitation(group, entries)).flatMap(writtenIn)
  return [...citations, ...grouped].flatMap(({ number, span }) => {
    const entry = entries.get(number)
    if (!entry) return []
    const target = known.get(number) ?? {
      target: placeOf(file, entry.label),
      tooltip: `Go to ${number}${titleOf(entry)}`,
    }
    known.set(number, target)
    return [{ span, ...target }]
  })
}

/** As VS Code and many others read it: line and column, from 1. */
function placeOf(file: SurveyFile, span: Span): string {
  const { line, character } = toRange(file, span).start
  return `${file.uri.replace(/#.*$/su, '')}#L${line + 1},${character + 1}`
}

function sourceLinks({ survey, document: { buffer } }: SurveyFile): readonly Link[] {
  const isLink = ({ from }: Span): boolean => /[<(]$/u.test(buffer.slice(from - 1, from))
  const entries = survey.references.flatMap((reference) => {
    const { url, number } = reference
    const target = url && (WITHOUT_SCHEME.test(url.text) || !isLink(url.span)) ? addressOf(url.text) : undefined
    return url && target !== undefined
      ? [{ span: url.span, target, tooltip: `Open the source of ${number}${titleOf(reference)}` }]
      : []
  })
  const definitions = survey.definitions.flatMap(({ url, number }) => {
    const target = WITHOUT_SCHEME.test(url.text) ? addressOf(url.text) : undefined
    return target === undefined ? [] : [{ span: url.span, target, tooltip: `Open the source of ${number}` }]
  })
  return [...entries, ...definitions]
}

const WITHOUT_SCHEME = /^<?www\./iu

/** The address of a page of the web; undefined for what is none, or is still to be written. */
function addressOf(written: string): string | undefined {
  const url = readable(written.replace(/^<|>$/gu, ''))
  if (!/^(?:https?:\/\/|www\.)[\p{L}\p{N}][^\s<>"]*$/iu.test(url) || url.includes('??')) return undefined
  return WITHOUT_SCHEME.test(url) ? `https://${url}` : url
}

/** Without brackets: VS Code makes a link of a tooltip, and brackets have a meaning in it. */
function titleOf({ title }: Reference): string {
  const words = oneLine(title?.text ?? '')
  return words === ''
    ? ''
    : `: ${words.length <= LONGEST_TOOLTIP ? words : `${words.slice(0, LONGEST_TOOLTIP).trimEnd()}…`}`
}

/** There is one for every citation: UTF-16 units. */
const LONGEST_TOOLTIP = 60
