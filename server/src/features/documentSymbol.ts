import { DocumentSymbolRequest, SymbolKind, type ClientCapabilities, type DocumentSymbol } from 'vscode-languageserver'
import { allSections, progress, type Initiative, type Section, type Span } from '../core'
import { toRange } from './shared/convert'
import { feature, type SurveyFile } from './feature'
import { stateWords } from './shared/stateWords'

const OPTIONS = { label: 'Survey' }

const isDynamic = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.documentSymbol?.dynamicRegistration === true

/** The survey's sections, and its initiatives with theirs. */
export const documentSymbol = feature(
  DocumentSymbolRequest.type,
  (client) => (isDynamic(client) ? {} : { documentSymbolProvider: OPTIONS }),
  (session, { textDocument: { uri } }) => {
    const file = session.survey(uri)
    if (!file || !isWanted(session.settings.symbols, file)) return []
    const own = allSections(file.survey)
      .filter(({ initiative }) => !initiative)
      .map(({ section }) => sectionSymbol(file, section))
    const initiatives = file.survey.initiatives.map((initiative) => initiativeSymbol(file, initiative))
    return [...own, ...initiatives].sort((a, b) => a.range.start.line - b.range.start.line)
  },
  // VS Code keeps the symbols of a version: only a new registration makes it ask again when the setting has changed.
  { isDynamic, key: ({ symbols }) => (symbols === 'off' ? null : symbols), options: OPTIONS },
)

/** `auto`: where the headings that every Markdown outline shows do not show the sections. */
const isWanted = (setting: 'auto' | 'on' | 'off', { survey }: SurveyFile): boolean =>
  setting === 'on' || (setting === 'auto' && survey.dialect.section.form !== 'heading')

function initiativeSymbol(file: SurveyFile, initiative: Initiative): DocumentSymbol {
  const { done, total } = progress(initiative)
  return {
    name:
      `${initiative.number === undefined ? '' : `#${initiative.number} `}${initiative.title}`.trim() ||
      'Untitled initiative',
    detail: `${done}/${total}`,
    kind: SymbolKind.Class,
    range: toRange(file, wholeLines(file, initiative.span)),
    selectionRange: toRange(file, initiative.label.content),
    children: initiative.sections.map((section) => sectionSymbol(file, section)),
  }
}

const sectionSymbol = (file: SurveyFile, section: Section): DocumentSymbol => ({
  name: section.title || 'Untitled section',
  detail: stateWords[section.state],
  kind: section.kind === undefined ? SymbolKind.String : SymbolKind.Property,
  range: toRange(file, wholeLines(file, { from: section.label.span.from, to: section.body.to })),
  selectionRange: toRange(file, section.label.content),
})

/**
 * To the end of its last line, the blank ones included: where the cursor stands behind what is written, as after a space, VS Code
 * would show the breadcrumbs of another extension's symbols.
 */
const wholeLines = ({ document }: SurveyFile, { from, to }: Span): Span => ({
  from,
  to: to - (/\r?\n$/u.exec(document.buffer.slice(Math.max(from, to - 2), to))?.[0].length ?? 0),
})
