import { pasteRequest } from '../protocol'
import { cited } from './cited'
import { toSpan } from './convert'
import { feature } from './feature'
import { surveyAt } from './surveyAt'

/** What a pasted text names, cited, for the client's command and its paste. */
export const paste = feature(pasteRequest, {}, async (session, { uri, version, range, text }) => {
  if (!surveyAt(session, { uri, version })) return null
  const sources = await session.pasted(text)
  const file = surveyAt(session, { uri, version })
  return file && sources ? cited(file, toSpan(file, range), sources, session.today()) : null
})
