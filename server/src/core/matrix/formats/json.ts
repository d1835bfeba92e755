import { recognitionWord } from '../../survey/detect'
import { matrixOf, type MatrixCell, type MatrixColumn, type MatrixRow } from '../matrix'
import type { MatrixFile, MatrixFormat } from './format'

/** As `schemas/matrix.schema.json` describes it. */
export const matrixAsJson: MatrixFormat = {
  id: 'json',
  title: 'JSON',
  language: 'json',
  listsOthers: true,
  print: (files) => `${JSON.stringify({ files: files.map(fileOf) }, null, 2)}\n`,
}

function fileOf({ path, document }: MatrixFile) {
  const { recognition, survey, buffer } = document
  const what = { path, survey: recognition.survey, recognition: recognitionWord(recognition) }
  if (what.recognition === 'none') return what
  const line = (offset: number): number => buffer.positionAt(offset).line + 1
  const { columns, rows } = matrixOf(document)
  return {
    ...what,
    profile: survey.profile.name,
    columns: columns.map(({ kind, title }) => ({ kind, title })),
    initiatives: rows.map((row) => rowOf(row, columns, line)),
  }
}

const rowOf = (
  { initiative, title, done, total, cells }: MatrixRow,
  columns: readonly MatrixColumn[],
  line: (offset: number) => number,
) => ({
  line: line(initiative.label.span.from),
  number: initiative.number ?? null,
  title,
  done,
  total,
  sections: cells.map((cell, i) => ({ kind: columns[i]?.kind, ...sectionOf(cell, line) })),
})

const sectionOf = (
  { section, state, words, citations, unsupported, firstLine }: MatrixCell,
  line: (offset: number) => number,
) => ({
  ...(section && { line: line(section.label.span.from) }),
  state,
  words,
  citations,
  ...(unsupported !== undefined && { unsupported }),
  firstLine,
})
