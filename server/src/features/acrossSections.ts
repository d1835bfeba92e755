import { acrossChoices, titleInLists } from '../core'
import { acrossSectionsRequest } from '../protocol'
import { feature } from './feature'

/** What a survey can be read across by, for a menu. */
export const acrossSections = feature(acrossSectionsRequest, {}, (session, { uri }) => {
  const survey = session.survey(uri)?.survey
  if (!survey) return null
  const total = survey.initiatives.length
  return acrossChoices(survey).map(({ name, title, count }) => ({ name, title: titleInLists(title), count, total }))
})
