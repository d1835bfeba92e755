import { l10n, QuickPickItemKind, type TextDocument } from 'vscode'
import { type Outline, type OutlineReference, type PlanAnswer } from '../../../server/src/protocol'
import { toRange } from '../editor/to-range'
import { carryOut } from '../operations/carry-out'
import { chooseReference, type ReferenceItem } from '../operations/choose-reference'
import { freeNumbers } from '../operations/free-numbers'
import { isRefusal } from '../operations/is-refusal'
import { runOperation } from '../operations/run-operation'
import { changingNumber, swapOrShift } from '../operations/swap-or-shift'
import { type Workbench } from '../workbench'
import { type Command } from './command'
import { referenceAsked } from './reference-asked'
import { showSurvey } from './show-survey'

/** Gives a reference the place of another, which takes its place or moves over, or a number that is free. */
export const changeReferenceNumber: Command = {
  id: 'survey.changeReferenceNumber',
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, outline } = shown
    const from = await referenceAsked(workbench, argument, shown, l10n.t("Change a Reference's Number"), l10n.t('Which reference?'))
    if (!from) return
    const title = l10n.t('Change the Number of [{0}]', from.number)
    const references = outline.references.filter(({ number }) => number !== from.number)
    const to = await chooseReference({ references }, title, l10n.t('Which number is it to have?'), freeItems(outline))
    if (to?.number === undefined) return
    if (!to.reference) {
      await carryOut(document, await planFree(workbench, document, outline, from, to.number), title)
      return
    }
    const how = await swapOrShift(from.number, to.number, title)
    if (how) await runOperation(workbench, document, { title, ...changingNumber(how, from.number, to.number) })
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

/** Where nothing has the number, nothing moves: as F2 does it. */
async function planFree({ server }: Workbench, document: TextDocument, { version }: Outline, { number, title, selection }: OutlineReference, to: number): Promise<PlanAnswer | null> {
  if (document.version !== version) return null
  const answer = await server.rename(document, toRange(selection).start, to)
  return answer && !isRefusal(answer) ? { ...answer, changes: [{ subject: title, before: `[${number}]`, after: `[${to}]`, range: selection }], losses: [], notes: [] } : answer
}
