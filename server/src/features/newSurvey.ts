import { openDocument, profiles, surveyParts, toSnippet } from '../core'
import { newSurveyRequest } from '../protocol'
import { feature } from './feature'

/** A whole survey in the default profile, for a file that is still empty. */
export const newSurvey = feature(newSurveyRequest, {}, () => toSnippet(surveyParts(profiles[0], openDocument('').survey.dialect)))
