import { derivedProfile } from '../core'
import { deriveProfileRequest } from '../protocol'
import { feature } from './feature'

/** A `.survey.json` by which the file is read as it is written, whether or not it is a survey now. */
export const deriveProfile = feature(deriveProfileRequest, {}, (session, { uri }) => {
  const file = session.file(uri)
  const text = file && derivedProfile(file.document, nameOf(uri))
  return text === undefined ? null : { text }
})

/** The file's own name, where it has a place at all. */
function nameOf(uri: string): string | undefined {
  const name = /^(?!untitled:)[^?#]*\/([^/?#]+)/u.exec(uri)?.[1]
  try {
    return name && decodeURIComponent(name)
  } catch {
    return name
  }
}
