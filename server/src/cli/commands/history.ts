import { createStateReader, historyFormats, historyNotes, historyOf } from '../../core'
import { GitError } from '../../node/git/git'
import { revisionsOf } from '../../node/git/revisionsOf'
import type { Command } from '../command'
import { absolute } from '../commandLine'
import { createHints } from '../configs'
import { oneOf } from '../options'

export const historyCommand: Command = {
  name: 'history',
  summary: 'Show from git how a survey was written, and what was deleted on the way.',
  details: [
    'Every commit that HEAD comes from counts in which the file has changed, or what it was before it was renamed or copied,\nin all branches. A section that is gone is listed as deleted: fewer placeholders are then no progress. It is compared\nwith the revision that it was made from; what was renamed, renumbered or moved is not deleted.',
    'Written is the number of written sections of all that initiatives have or should have; words are those outside of\nthe reference list. Today’s .survey.json says for every revision which sections it should have.',
    'JSON is described by schemas/history.schema.json. SVG is a line chart of sections, with a mark for each deletion.',
  ],
  options: {
    format: oneOf(
      historyFormats.map(({ id }) => id),
      historyFormats[0].id,
      'How to print the result',
    ),
  },

  async run({ files, options, terminal }) {
    const [path = '', another] = files
    if (another !== undefined || path === '-') {
      terminal.problem(path === '-' ? 'standard input has no history; name a file' : 'one file at a time, please')
      return 2
    }
    const found = await revisionsOf(absolute(path)).catch((error: unknown): GitError => {
      if (error instanceof GitError) return error
      throw error
    })
    if (found instanceof GitError) {
      terminal.problem(`${path}: ${found.message}`)
      return 2
    }
    const hints = await createHints(terminal)(path)
    const read = createStateReader(hints)
    const revisions = found.revisions.map(({ content, text, ...revision }) => ({
      ...revision,
      state: read(content, text),
    }))
    const history = historyOf({ path, isShallow: found.isShallow }, revisions)
    for (const note of historyNotes(found)) terminal.note(`${path}: ${note}`)
    if (!history.revisions.some(({ isSurvey }) => isSurvey)) terminal.note(`${path}: was never a survey`)
    const format = historyFormats.find(({ id }) => id === options['format']) ?? historyFormats[0]
    terminal.write(format.print(history))
    return 0
  },
}
