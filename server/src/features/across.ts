import { acrossText } from '../core'
import { acrossRequest } from '../protocol'
import { toPosition } from './shared/convert'
import { feature } from './feature'

/** The same section of all initiatives as one text, and where each line of it is from. */
export const across = feature(acrossRequest, {}, (session, { uri, section }) => {
  const file = session.survey(uri)
  const found = file && acrossText(file.document, section, () => undefined)
  if (!found) return null
  return {
    text: found.text,
    sources: found.sources.map((offset) => (offset === undefined ? null : toPosition(file, offset))),
    headings: found.headings.map(({ line }) => line),
  }
})
