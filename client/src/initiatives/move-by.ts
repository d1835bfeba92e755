import { l10n } from 'vscode'
import { announce } from '../editor/announce'
import { showDocument } from '../editor/show-document'
import { surveyHere } from '../survey/survey-here'
import { type Command } from '../command'
import { initiativePlace } from './initiative-here'
import { moveInitiatives } from './move-initiative'

/** A command that moves the initiative of the cursor, or of the row, by one place. Pressed again before it is done, it goes on from there. */
export const moveBy = (id: string, step: -1 | 1): Command => ({
  id,
  edits: true,
  run: (workbench, argument) =>
    workbench.inTurn(async () => {
      const here = await surveyHere(workbench)
      if (!here) return
      const { document, outline } = here
      const editor = await showDocument(document, { preserveFocus: argument !== undefined })
      const place = initiativePlace(workbench, argument, outline, editor.selection.active)
      if (place === undefined) return announce(l10n.t('Put the cursor into the initiative to move.'))
      const to = place + step
      if (to < 1) return announce(l10n.t('This is the first initiative.'))
      if (to > outline.initiatives.length) return announce(l10n.t('This is the last initiative.'))
      await moveInitiatives(workbench, document, [place], to, { fromView: argument !== undefined })
    }),
})
