import { l10n } from 'vscode'
import { showDocument } from '../editor/show-document'
import { chooseReference } from '../operations/choose-reference'
import { referenceHere } from '../operations/reference-here'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** That of the row or the cursor, else one that the author chooses. One that is cited is not removed before that was said. */
export const removeReference: Command = {
  id: 'survey.removeReference',
  async run(workbench, argument) {
    const here = await surveyHere(workbench)
    if (!here) return
    const { document, outline } = here
    const { selection } = await showDocument(document)
    const reference = referenceHere(workbench, argument, outline, document, selection.active)
      ?? (await chooseReference(outline, l10n.t('Remove Reference'), l10n.t('Which one? Those above it move down by one.')))?.reference
    if (!reference) return
    await runOperation(workbench, document, {
      title: l10n.t('Remove Reference [{0}]', reference.number),
      operation: 'remove-reference',
      choices: { number: String(reference.number) },
      instead: { title: l10n.t('Remove Citations Too'), choices: { citations: 'remove' } },
    })
  },
}
