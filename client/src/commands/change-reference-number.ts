import { l10n } from 'vscode'
import { showDocument } from '../editor/show-document'
import { chooseReference } from '../operations/choose-reference'
import { changingNumber, swapOrShift } from '../operations/swap-or-shift'
import { referenceHere } from '../operations/reference-here'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** Gives the reference of the row or the cursor the place of another, which takes its place or moves over. */
export const changeReferenceNumber: Command = {
  id: 'survey.changeReferenceNumber',
  async run(workbench, argument) {
    const here = await surveyHere(workbench)
    if (!here) return
    const { document, outline } = here
    const { selection } = await showDocument(document)
    const pickTitle = l10n.t("Change a Reference's Number")
    const from = referenceHere(workbench, argument, outline, document, selection.active) ?? (await chooseReference(outline, pickTitle, l10n.t('Which reference?')))?.reference
    if (!from) return
    const title = l10n.t('Change the Number of [{0}]', from.number)
    const others = { ...outline, references: outline.references.filter(({ number }) => number !== from.number) }
    const to = (await chooseReference(others, title, l10n.t('Which number is it to have?')))?.reference
    if (!to) return
    const how = await swapOrShift(from.number, to.number, title)
    if (how) await runOperation(workbench, document, { title, ...changingNumber(how, from.number, to.number) })
  },
}
