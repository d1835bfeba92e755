import { DocumentLinkRequest, type ClientCapabilities, type DocumentLink } from 'vscode-languageserver'
import type { Reference, Span } from '../core'
import { toRange } from './convert'
import { feature, type SurveyFile } from './feature'

/**
 * From citations to their entries, and from entries to their sources. VS Code has links for some of these: of those that
 * overlap it keeps ours. It has none for `www.a.org`, takes that for a file in a link definition, and leads `[7]` to the definition.
 */
export const documentLink = feature(
  DocumentLinkRequest.type,
  { documentLinkProvider: { resolveProvider: false } },
  (session, { textDocument: { uri } }) => {
    const file = session.survey(uri)
    return file ? [...citationLinks(file, session.client), ...sourceLinks(file, session.client)] : null
  },
)

function citationLinks(file: SurveyFile, client: ClientCapabilities): readonly DocumentLink[] {
  const { citations, references } = file.survey
  if (citations.length === 0 || references.length === 0) return []
  const entries = new Map<number, Reference>()
  for (const reference of references) if (!entries.has(reference.number)) entries.set(reference.number, reference)
  const known = new Map<number, Omit<DocumentLink, 'range'>>()
  return citations.flatMap(({ number, span }) => {
    const entry = entries.get(number)
    if (!entry) return []
    const target = known.get(number) ?? { target: placeOf(file, entry.label), ...tooltip(`Go to [${number}]${titleOf(entry)}`, client) }
    known.set(number, target)
    return [{ range: toRange(file, span), ...target }]
  })
}

/** As VS Code and many others read it: line and column, from 1. */
function placeOf(file: SurveyFile, span: Span): string {
  const { line, character } = toRange(file, span).start
  return `${file.uri.replace(/#.*$/su, '')}#L${line + 1},${character + 1}`
}

function sourceLinks(file: SurveyFile, client: ClientCapabilities): readonly DocumentLink[] {
  const entries = file.survey.references.flatMap((reference) => {
    const { url, number } = reference
    const target = url && addressOf(url.text)
    return target === undefined ? [] : [{ range: toRange(file, url?.span ?? reference.span), target, ...tooltip(`Open the source of [${number}]${titleOf(reference)}`, client) }]
  })
  const definitions = file.survey.definitions.flatMap(({ url, number }) => {
    const target = WITHOUT_SCHEME.test(url.text) ? addressOf(url.text) : undefined
    return target === undefined ? [] : [{ range: toRange(file, url.span), target, ...tooltip(`Open the source of [${number}]`, client) }]
  })
  return [...entries, ...definitions]
}

const WITHOUT_SCHEME = /^<?www\./iu

/** The address of a page of the web; undefined for what is none, or is still to be written. */
function addressOf(written: string): string | undefined {
  const url = written.replace(/^<|>$/gu, '').replaceAll('&amp;', '&')
  if (!/^(?:https?:\/\/|www\.)[\p{L}\p{N}][^\s<>"]*$/iu.test(url) || url.includes('??')) return undefined
  return WITHOUT_SCHEME.test(url) ? `https://${url}` : url
}

function titleOf({ title }: Reference): string {
  const words = title?.text.replace(/\s+/gu, ' ').trim() ?? ''
  return words === '' ? '' : ` ${words.length <= LONGEST ? words : `${words.slice(0, LONGEST).trimEnd()}…`}`
}

/** There is one for every citation: UTF-16 units. */
const LONGEST = 60

const tooltip = (words: string, { textDocument }: ClientCapabilities): { readonly tooltip?: string } =>
  (textDocument?.documentLink?.tooltipSupport ? { tooltip: words } : {})
