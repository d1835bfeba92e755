import { isRefusal } from '../core'
import { pasteRequest } from '../protocol'
import { cited } from './cited'
import { toSpan } from './convert'
import { feature } from './feature'
import { toRefusal } from './refusal'
import { surveyAt } from './surveyAt'

/** What a pasted text names, cited, for the client's command and its paste. */
export const paste = feature(pasteRequest, {}, async (session, { uri, version, range, text }) => {
  if (!surveyAt(session, { uri, version })) return null
  const found = await session.pasted(text)
  const file = surveyAt(session, { uri, version })
  if (!file || !found) return null
  return isRefusal(found) ? toRefusal(file, found) : cited(file, toSpan(file, range), found.sources, session.today())
})
