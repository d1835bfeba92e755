import { matrixFormats, recognitionWord } from '../../core'
import type { Command } from '../command'
import { readFiles, type ReadSurvey } from '../files'
import { oneOf } from '../options'

export const matrixCommand: Command = {
  name: 'matrix',
  summary: 'Compare the initiatives of surveys in a table: a row for each, a column per section.',
  details: [
    'A cell begins with the state of the section: missing, empty, placeholder (nothing but ??? or TBD), draft (text with\nsuch placeholders left in it), none (it says "None."), complete, or optional (not there, and not asked for). Words,\ncitations and the first line follow. Of several sections of one kind, what they have together.',
    'Several files follow each other under their names. In CSV they share a table, with the name in the last column.\nA cell of CSV that a spreadsheet would take for a formula begins with an apostrophe.',
    'A file that is not a survey has no table. JSON (schemas/matrix.schema.json) lists it, and lines count from 1.',
  ],
  options: {
    format: oneOf(
      matrixFormats.map(({ id }) => id),
      matrixFormats[0].id,
      'How to print the result',
    ),
  },

  async run({ files, options, terminal }) {
    const format = matrixFormats.find(({ id }) => id === options['format']) ?? matrixFormats[0]
    const read: ReadSurvey[] = []
    for await (const file of readFiles(files, terminal)) {
      const isOther = recognitionWord(file.document.recognition) === 'none'
      if (isOther && !format.listsOthers) terminal.note(`${file.path}: has no matrix, as it is not a survey`)
      else read.push(file)
    }
    terminal.write(format.print(read))
    return 0
  },
}
