import { matrixFormats } from '../core'
import { matrixFormatsRequest } from '../protocol'
import { feature } from './feature'

/** The table of formats, for the client's menu. */
export const listMatrixFormats = feature(matrixFormatsRequest, {}, () =>
  matrixFormats.map(({ id, title, language }) => ({ id, title, language })),
)
