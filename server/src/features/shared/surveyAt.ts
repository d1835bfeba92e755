import type { DocumentAt } from '../../protocol'
import type { Session, SurveyFile } from '../feature'

/** The open survey at the version that a client sees; undefined where it is none, or has moved on. To be asked again after every wait. */
export function surveyAt(session: Session, { uri, version }: DocumentAt): SurveyFile | undefined {
  const file = session.survey(uri)
  return file?.version === version ? file : undefined
}
