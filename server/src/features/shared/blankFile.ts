import { isBlank } from '../../core'
import type { OpenFile, Session } from '../feature'

/** The file that a survey is begun in: an open one where it is blank, else one at the same place that is still to be made. */
export function blankFile(session: Session, uri = 'untitled:'): OpenFile {
  const file = session.file(uri)
  return file && isBlank(file.document) ? file : session.unopened(uri, '')
}
