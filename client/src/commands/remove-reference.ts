import { l10n } from 'vscode'
import { withList } from '../operations/open-list'
import { runOperation } from '../operations/run-operation'
import { type Command } from '../command'
import { referenceAsked } from '../operations/reference-asked'
import { showSurvey } from '../survey/show-survey'

/** Of one that is cited the author is asked first. */
export const removeReference: Command = {
  id: 'survey.removeReference',
  edits: true,
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    await withList(l10n.t('Remove Reference'), async (list) => {
      const which = l10n.t('Choose the reference to remove; higher numbers move down by one')
      const reference = await referenceAsked(workbench, list, argument, shown, which)
      if (!reference) return
      await runOperation(workbench, shown.document, list, {
        title: l10n.t('Remove Reference [{0}]', reference.number),
        operation: 'remove-reference',
        choices: { number: String(reference.number) },
      })
    })
  },
}
