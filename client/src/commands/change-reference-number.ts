import { l10n, QuickPickItemKind } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { chooseReference, type ReferenceItem } from '../operations/choose-reference'
import { freeNumbers } from '../operations/free-numbers'
import { withList } from '../operations/open-list'
import { runOperation } from '../operations/run-operation'
import { changingNumber, swapOrShift } from '../operations/swap-or-shift'
import { type Command } from '../command'
import { referenceAsked } from '../operations/reference-asked'
import { showSurvey } from '../survey/show-survey'

/** Gives a reference the place of another, which takes its place or moves over, or a number that is free. */
export const changeReferenceNumber: Command = {
  id: 'survey.changeReferenceNumber',
  edits: true,
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, outline } = shown
    await withList(l10n.t("Change a Reference's Number"), async (list) => {
      const from = await referenceAsked(workbench, list, argument, shown, l10n.t('Choose a reference'))
      if (!from) return
      const title = l10n.t('Change the Number of [{0}]', from.number)
      list.pick.title = title
      const references = outline.references.filter(({ number }) => number !== from.number)
      const to = await chooseReference(list, { references }, l10n.t('Choose its new number'), freeItems(outline))
      if (to?.number === undefined) return
      const how = to.reference ? await swapOrShift(list, from.number, to.number) : 'swap'
      if (how) await runOperation(workbench, document, list, { title, ...changingNumber(how, from.number, to.number) })
    })
  },
}

function freeItems({ references }: Outline): readonly ReferenceItem[] {
  const { gaps, next } = freeNumbers(references.map(({ number }) => number))
  return [
    { label: l10n.t('Free'), kind: QuickPickItemKind.Separator },
    ...gaps.map((number) => ({ label: `[${number}]`, number })),
    { label: `[${next}]`, description: l10n.t('at the end'), number: next },
  ]
}
