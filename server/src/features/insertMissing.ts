import { initiativeAt, insertMissingSections } from '../core'
import { insertMissingRequest } from '../protocol'
import { toOffset, toTextEdits } from './shared/convert'
import { feature } from './feature'
import { surveyAt } from './shared/surveyAt'

/** The missing sections of one initiative or of all, for the client's commands. */
export const insertMissing = feature(insertMissingRequest, {}, (session, { uri, version, position }) => {
  const file = surveyAt(session, { uri, version })
  if (!file) return null
  const { survey, document } = file
  const here = position ? initiativeAt(survey, toOffset(file, position)) : undefined
  const initiatives = position ? (here ? [here] : []) : survey.initiatives
  return {
    version,
    sections: initiatives.reduce((sum, { missing }) => sum + missing.length, 0),
    edits: toTextEdits(file, insertMissingSections(initiatives, survey, document.text)),
  }
})
