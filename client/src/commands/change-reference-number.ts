import { l10n } from 'vscode'
import { chooseReference } from '../operations/choose-reference'
import { runOperation } from '../operations/run-operation'
import { changingNumber, swapOrShift } from '../operations/swap-or-shift'
import { type Command } from './command'
import { referenceAsked } from './reference-asked'
import { showSurvey } from './show-survey'

/** Gives a reference the place of another, which takes its place or moves over. */
export const changeReferenceNumber: Command = {
  id: 'survey.changeReferenceNumber',
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, outline } = shown
    const from = await referenceAsked(workbench, argument, shown, l10n.t("Change a Reference's Number"), l10n.t('Which reference?'))
    if (!from) return
    const title = l10n.t('Change the Number of [{0}]', from.number)
    const others = { ...outline, references: outline.references.filter(({ number }) => number !== from.number) }
    const to = (await chooseReference(others, title, l10n.t('Which number is it to have?')))?.reference
    if (!to) return
    const how = await swapOrShift(from.number, to.number, title)
    if (how) await runOperation(workbench, document, { title, ...changingNumber(how, from.number, to.number) })
  },
}
