import { chooseCitables } from '../citing/choose-citables'
import { citeAtCursors } from '../citing/cite-at-cursors'
import { showDocument } from '../editor/show-document'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** At every cursor. */
export const insertCitation: Command = {
  id: 'survey.insertCitation',
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    const { document } = here
    const editor = await showDocument(document)
    const { version } = document
    const ids = await chooseCitables(workbench, document, editor.selection.active)
    if (ids.length > 0) await citeAtCursors(editor, version, (range) => workbench.server.cite(document, range, ids))
  },
}
