import { chooseCitables } from '../citing/choose-citables'
import { citeAtCursors } from '../citing/cite-at-cursors'
import { type Command } from '../command'
import { showSurvey } from '../survey/show-survey'

/** At every cursor. */
export const insertCitation: Command = {
  id: 'survey.insertCitation',
  edits: true,
  async run(workbench) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, editor } = shown
    const { version } = document
    const ids = await chooseCitables(workbench, document, editor.selection.active)
    if (ids.length > 0) await citeAtCursors(editor, version, (range) => workbench.server.cite(document, range, ids))
  },
}
