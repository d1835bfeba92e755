import { CodeLensRequest, type ClientCapabilities, type CodeLens } from 'vscode-languageserver'
import { citationCounts, eachCiting, progress, type Initiative, type Survey } from '../core'
import { toRange } from './shared/convert'
import { feature, type Session, type SurveyFile } from './feature'

const isDynamic = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.codeLens?.dynamicRegistration === true

/** Above each entry how often it is cited, above each initiative how far it is written; where the author has asked for it. */
export const codeLens = feature(
  CodeLensRequest.type,
  (client) => (isDynamic(client) ? {} : { codeLensProvider: {} }),
  (session, { textDocument: { uri } }) => {
    const file = session.settings.citationLens ? session.survey(uri) : undefined
    return file ? [...initiativeLenses(file), ...referenceLenses(file, session)] : []
  },
  { isDynamic, key: ({ citationLens }) => (citationLens ? 'on' : null), options: {} },
)

function initiativeLenses(file: SurveyFile): readonly CodeLens[] {
  const counts = citationsIn(file.survey)
  return file.survey.initiatives.map((initiative, i) => {
    const { done, total } = progress(initiative)
    return lens(
      file,
      initiative.label.content,
      `${done} of ${counted(total, 'section')}, ${counted(counts[i] ?? 0, 'citation')}`,
    )
  })
}

function referenceLenses(file: SurveyFile, { offers }: Session): readonly CodeLens[] {
  const counts = citationCounts(file.survey)
  return file.survey.listing.map(({ number, label }) => {
    const count = counts.get(number) ?? 0
    return lens(file, label, count === 0 ? 'not cited' : `cited ${count}×`, count > 0 && offers.showCitations === true)
  })
}

/** Something to click where the client has the command for it. */
function lens(file: SurveyFile, span: Initiative['span'], title: string, isCommand = false): CodeLens {
  const range = toRange(file, span)
  return {
    range,
    command: isCommand
      ? { title, command: SHOW_CITATIONS, arguments: [file.uri, range.start] }
      : { title, command: '' },
  }
}

/** A command of the client's: opens the references to what is at a position. */
const SHOW_CITATIONS = 'survey.showCitations'

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** For each initiative, how many citations it has. Both are in text order. */
function citationsIn(survey: Survey): readonly number[] {
  const places: number[] = []
  eachCiting(survey, (_, { span }) => places.push(span.from))
  let next = 0
  return survey.initiatives.map(({ span }) => {
    while ((places[next] ?? Infinity) < span.from) next++
    const first = next
    while ((places[next] ?? Infinity) < span.to) next++
    return next - first
  })
}
