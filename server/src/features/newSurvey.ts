import { newSurveyParts, profilesToChoose, toSnippet } from '../core'
import { newSurveyRequest } from '../protocol'
import { blankFile } from './shared/blankFile'
import { feature } from './feature'

/** A whole survey for a file that is still blank, by one of the profiles that it may be read by. */
export const newSurvey = feature(newSurveyRequest, {}, (session, { uri, profile }) => {
  const { document } = blankFile(session, uri)
  const [first, ...others] = profilesToChoose(document)
  const chosen = others.find(({ name }) => name === profile) ?? first
  return chosen ? toSnippet(newSurveyParts(chosen, document)) : null
})
