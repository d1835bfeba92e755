import { isRefusal } from '../core'
import { pasteRequest } from '../protocol'
import { cited } from './shared/cited'
import { toSpan } from './shared/convert'
import { feature } from './feature'
import { toRefusal } from './shared/refusal'
import { surveyAt } from './shared/surveyAt'

/** What a pasted text names, cited, for the client's command and its paste. */
export const paste = feature(pasteRequest, {}, async (session, { uri, version, range, text }) => {
  if (!surveyAt(session, { uri, version })) return null
  const found = await session.pasted(text)
  const file = surveyAt(session, { uri, version })
  if (!file || !found) return null
  return isRefusal(found) ? toRefusal(file, found) : cited(file, toSpan(file, range), found.sources, session.today())
})
