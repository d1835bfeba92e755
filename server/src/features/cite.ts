import { citeRequest } from '../protocol'
import { citableFrom } from './shared/citableId'
import { cited } from './shared/cited'
import { toSpan } from './shared/convert'
import { feature } from './feature'
import { surveyAt } from './shared/surveyAt'

/** Several citables cited at once, for the client's command. */
export const cite = feature(citeRequest, {}, (session, { uri, version, range, ids }) => {
  const file = surveyAt(session, { uri, version })
  if (!file) return null
  const chosen = ids.map(citableFrom).filter((citable) => citable !== undefined)
  return cited(file, toSpan(file, range), chosen, session.today())
})
