import { l10n } from 'vscode'
import { announce } from '../editor/announce'
import { changeText } from '../editor/change-text'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { showDocument } from '../editor/show-document'
import { initiativePlace } from '../initiatives/initiative-here'
import { moveInitiatives } from '../initiatives/move-initiative'
import { isRefusal } from '../operations/is-refusal'
import { type Command } from '../command'
import { surveyHere } from '../survey/survey-here'

/** Rows of the Survey view that were dropped on another: initiatives, or a reference, take its place. */
export const drop: Command = {
  id: 'survey.drop',
  edits: true,
  run: (workbench, dragged, target) =>
    workbench.inTurn(async () => {
      const here = await surveyHere(workbench)
      if (!here || !Array.isArray(dragged) || typeof target !== 'string') return
      const { document, outline } = here
      const rows = (dragged as readonly string[]).flatMap((id) => workbench.view.node(id) ?? [])
      const onto = workbench.view.node(target)?.content
      const [first] = rows.map(({ content }) => content)
      if (first?.type === 'reference' && onto?.type === 'reference') {
        if (rows.length > 1) return announce(l10n.t('Drag one reference at a time.'))
        const answer = await workbench.server.plan(document, 'move-reference', {
          from: String(first.number),
          to: String(onto.number),
        })
        if (!answer) return sayStale()
        if (isRefusal(answer)) return sayRefused(document, answer)
        if (answer.edits.length === 0) return
        if (await changeText(await showDocument(document, { preserveFocus: true }), answer))
          announce(l10n.t('[{0}] is [{1}] now, everywhere. Undo reverts it.', first.number, onto.number))
        return
      }
      const placeOfRow = (id: string) => initiativePlace(workbench, id, outline, document.positionAt(0))
      const to = placeOfRow(target)
      const from = rows
        .filter(({ content }) => content.type === 'initiative')
        .flatMap(({ id }) => placeOfRow(id) ?? [])
        .sort((a, b) => a - b)
      if (to === undefined || from.length === 0)
        return announce(l10n.t('Drop initiatives on an initiative, a reference on a reference.'))
      const last = outline.initiatives.length - from.length + 1
      await moveInitiatives(workbench, document, from, Math.min(to, last), { fromView: true })
    }),
}
