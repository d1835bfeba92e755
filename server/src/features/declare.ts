import { declareEdit } from '../core'
import { declareRequest } from '../protocol'
import { feature } from './feature'
import { toTextEdits } from './shared/convert'

/** What an author says of a file that only looks like a survey, in its front matter. */
export const declare = feature(declareRequest, {}, (session, { uri, version, survey }) => {
  const file = session.file(uri)
  if (file?.version !== version) return null
  return { version, edits: toTextEdits(file, [declareEdit(String(survey), file.document)]) }
})
