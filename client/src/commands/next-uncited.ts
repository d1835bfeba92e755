import { l10n } from 'vscode'
import { announce } from '../editor/announce'
import { goTo } from '../editor/go-to'
import { toRange } from '../editor/to-range'
import { type Command } from '../command'
import { showSurvey } from '../survey/show-survey'

/** The next reference of the list that nothing cites, and from the last on the first again. */
export const nextUncited: Command = {
  id: 'survey.nextUncited',
  async run(workbench) {
    const shown = await showSurvey(workbench, { changes: false })
    if (!shown) return
    const { document, editor, outline } = shown
    const uncited = outline.references.filter(({ citations }) => citations === 0)
    const cursor = editor.selection.active
    const next =
      uncited.find(({ range }) => toRange(range).start.isAfter(cursor) && !toRange(range).contains(cursor)) ??
      uncited[0]
    if (!next) return announce(l10n.t('Every reference is cited.'))
    const { start } = toRange(next.range)
    await goTo(document, toRange({ start, end: start }))
    announce(
      l10n.t('[{0}] is cited nowhere; {1} of {2} are not.', next.number, uncited.length, outline.references.length),
    )
  },
}
