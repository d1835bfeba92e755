import { newInitiativeText, span, toSnippet } from '../core'
import { newInitiativeRequest } from '../protocol'
import { toOffset, toRange, toTextEdits } from './shared/convert'
import { feature } from './feature'
import { surveyAt } from './shared/surveyAt'

/** The next initiative as a snippet, for the client's command. */
export const newInitiative = feature(newInitiativeRequest, {}, (session, { uri, version, position }) => {
  const file = surveyAt(session, { uri, version })
  if (!file) return null
  const { survey, text } = file.document
  const { at, parts, edits } = newInitiativeText(survey, text, toOffset(file, position))
  return { version, range: toRange(file, span(at, at)), snippet: toSnippet(parts), edits: toTextEdits(file, edits) }
})
