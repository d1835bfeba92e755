import { l10n, type TextDocument } from 'vscode'
import { notice } from '../editor/notice'
import { type OperationPlan, type PlanAnswer } from '../../../server/src/protocol'
import { announce } from '../editor/announce'
import { changeText } from '../editor/change-text'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { showDocument } from '../editor/show-document'
import { isRefusal } from './is-refusal'
import { previewPlan } from './preview-plan'

/**
 * Shows what would change, and changes it once the author says so, as one step to undo. Resolves to what was done; undefined
 * where that is nothing, and the author knows why. Null stands for a version that the server does not have; `title` is what the
 * preview is called, `more` are ways out of a refusal, by the words of their buttons, and `again` carries out another way to do it.
 */
export async function carryOut(
  document: TextDocument,
  answer: PlanAnswer | null,
  title: string,
  more: Readonly<Record<string, () => unknown>> = {},
  again: (choices: Readonly<Record<string, string>>) => Promise<OperationPlan | undefined> = () =>
    Promise.resolve(undefined),
): Promise<OperationPlan | undefined> {
  if (!answer) {
    sayStale()
    return undefined
  }
  if (isRefusal(answer)) {
    sayRefused(document, answer, more)
    return undefined
  }
  if (answer.edits.length === 0) {
    notice([l10n.t('{0}: there is nothing to change.', title), ...answer.losses, ...answer.notes].join(' '))
    return undefined
  }
  const wanted = await previewPlan(document, answer, title)
  if (typeof wanted === 'object') return again(wanted.choices)
  if (wanted === 'stale') sayStale()
  if (wanted !== 'apply') return undefined
  if (!(await changeText(await showDocument(document), answer))) return undefined
  announce(l10n.t('{0}: done. Undo takes it back in one step.', title))
  return answer
}
