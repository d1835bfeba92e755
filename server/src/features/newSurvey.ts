import { surveyParts, toSnippet } from '../core'
import { newSurveyRequest } from '../protocol'
import { feature } from './feature'

/** A whole survey for a file that is still empty, by the profile that it will be read by. */
export const newSurvey = feature(newSurveyRequest, {}, (session, { uri }) => {
  const { profile, dialect } = session.unopened(uri ?? 'untitled:', '').document.survey
  return toSnippet(surveyParts(profile, dialect))
})
