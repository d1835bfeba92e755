import { matrixFormats, recognitionWord } from '../core'
import { exportMatrixRequest } from '../protocol'
import { feature } from './feature'

/** The matrix of an open document as the command line prints it. */
export const exportMatrix = feature(exportMatrixRequest, {}, (session, { uri, version, format: id, path }) => {
  const file = session.file(uri)
  const format = matrixFormats.find((each) => each.id === id)
  if (!format || file?.version !== version || recognitionWord(file.document.recognition) === 'none') return null
  return { text: format.print([{ path, document: file.document }]) }
})
