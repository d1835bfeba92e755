import { l10n } from 'vscode'
import { outlineRow } from '../views/outline-row'
import { initiativePlace } from '../initiatives/initiative-here'
import { withList } from '../operations/open-list'
import { runOperation } from '../operations/run-operation'
import { type Command } from '../command'
import { showSurvey } from '../survey/show-survey'

/** Says first what goes along; where something names it by its number, the author is asked. */
export const removeInitiative: Command = {
  id: 'survey.removeInitiative',
  edits: true,
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, editor, outline } = shown
    await withList(l10n.t('Remove Initiative'), async (list) => {
      const here = initiativePlace(workbench, argument, outline, editor.selection.active)
      const rows = outline.initiatives.map((initiative, i) => {
        const { label, description } = outlineRow({ type: 'initiative', ...initiative, missing: 0 })
        return { label, description, place: i + 1 }
      })
      const place = here ?? (await list.choose(rows, l10n.t('Choose the initiative to remove')))?.place
      if (place === undefined) return
      await runOperation(workbench, document, list, {
        title: l10n.t('Remove {0}', outline.initiatives[place - 1]?.title ?? ''),
        operation: 'remove-initiative',
        choices: { initiative: String(place) },
      })
    })
  },
}
