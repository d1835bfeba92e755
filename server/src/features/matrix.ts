import {
  matrixOf,
  placeForMissing,
  placeToWrite,
  recognitionWord,
  titleToWrite,
  type Initiative,
  type MatrixCell,
  type SectionTemplate,
} from '../core'
import { matrixRequest, type MatrixCellInfo } from '../protocol'
import { feature, type OpenFile } from './feature'
import { toRange } from './shared/convert'

/** The survey across, with places to go to. */
export const matrix = feature(matrixRequest, {}, (session, { uri, version }) => {
  const file = session.file(uri)
  if (file?.version !== version) return null
  const { recognition, survey, buffer } = file.document
  const { reason } = recognition
  if (recognitionWord(recognition) === 'none') return { version, columns: [], rows: [], reason }
  const { columns, rows } = matrixOf(file.document)
  return {
    version,
    reason,
    columns: columns.map(({ kind, title }) => ({ kind, title })),
    rows: rows.map(({ initiative, title, done, total, cells }) => ({
      number: initiative.number ?? null,
      title,
      done,
      total,
      missing: initiative.missing.length,
      range: toRange(file, initiative.span),
      selection: toRange(file, titleToWrite(initiative, survey, buffer)),
      cells: cells.map((cell, i) => cellInfo(cell, columns[i]?.template, initiative, file)),
    })),
  }
})

function cellInfo(
  { section, state, words, citations, unsupported, firstLine }: MatrixCell,
  template: SectionTemplate | undefined,
  initiative: Initiative,
  file: OpenFile,
): MatrixCellInfo {
  const { survey, text, buffer } = file.document
  const place = section
    ? placeToWrite(section, buffer)
    : template
      ? placeForMissing(template, initiative, survey, text)
      : initiative.span
  return {
    state,
    words,
    citations,
    unsupported: unsupported ?? null,
    firstLine,
    range: section ? toRange(file, { from: section.label.span.from, to: section.body.to }) : null,
    selection: toRange(file, place),
  }
}
