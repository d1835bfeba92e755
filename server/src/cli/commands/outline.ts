import type { Command } from '../command'
import { readFiles, type ReadSurvey } from '../files'
import { format } from '../options'
import { outlineJson } from '../reports/outlineJson'
import { outlineText } from '../reports/outlineText'

export const outlineCommand: Command = {
  name: 'outline',
  summary: 'List the initiatives and sections of surveys, and how far each is written.',
  details: [
    'The state of a section is missing, empty, placeholder (nothing but ??? or TBD), draft (text with such\nplaceholders left in it), none (it says "None.") or complete.',
    'The nearest .survey.json above a file says which sections its surveys have.',
    'JSON (schemas/outline.schema.json) has references and citations, too. Lines count from 1 and characters\nfrom 0, in UTF-16 units. A byte order mark is not counted.',
  ],
  options: { format },

  async run({ files, options, terminal }) {
    const outlined: ReadSurvey[] = []
    for await (const file of readFiles(files, terminal)) outlined.push(file)
    terminal.write(options['format'] === 'json' ? outlineJson(outlined) : outlineText(outlined, terminal.paint))
    return 0
  },
}
