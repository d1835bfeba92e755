import { citeRequest } from '../protocol'
import { citableFrom } from './citableId'
import { cited } from './cited'
import { toSpan } from './convert'
import { feature } from './feature'
import { surveyAt } from './surveyAt'

/** Several citables cited at once, for the client's command. */
export const cite = feature(citeRequest, {}, (session, { uri, version, range, ids }) => {
  const file = surveyAt(session, { uri, version })
  if (!file) return null
  const chosen = ids.map(citableFrom).filter((citable) => citable !== undefined)
  return cited(file, toSpan(file, range), chosen, session.today())
})
