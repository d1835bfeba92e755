import { l10n, type TextDocument } from 'vscode'
import { notice } from '../editor/notice'
import { type OperationPlan, type PlanAnswer } from '../../../server/src/protocol'
import { announce } from '../editor/announce'
import { changeText } from '../editor/change-text'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { showDocument } from '../editor/show-document'
import { isRefusal } from './is-refusal'
import { type Preview } from './preview-plan'

/**
 * Shows what would change, and changes it once the author says so, as one step to undo. Resolves to what was done; undefined
 * where that is nothing, and the author knows why. Null stands for a version that the server does not have; `title` is what the
 * operation is called, and `more` are ways out of a refusal, by the words of their buttons.
 */
export async function carryOut(
  document: TextDocument,
  preview: Preview,
  answer: PlanAnswer | null,
  title: string,
  more: Readonly<Record<string, () => unknown>> = {},
): Promise<OperationPlan | undefined> {
  if (preview.isClosed) return undefined
  if (!answer) {
    sayStale()
    return undefined
  }
  if (isRefusal(answer)) {
    preview.dispose()
    sayRefused(document, answer, more)
    return undefined
  }
  if (answer.edits.length === 0) {
    preview.dispose()
    notice([l10n.t('{0}: there is nothing to change.', title), ...answer.losses, ...answer.notes].join(' '))
    return undefined
  }
  const wanted = await preview.decide(answer)
  if (wanted === 'stale') sayStale()
  if (wanted !== 'apply') return undefined
  if (!(await changeText(await showDocument(document), answer))) return undefined
  announce(l10n.t('{0}: done. Undo takes it back in one step.', title))
  return answer
}
