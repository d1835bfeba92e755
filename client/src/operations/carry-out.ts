import { l10n, type TextDocument } from 'vscode'
import { notice } from '../editor/notice'
import { type OperationPlan, type PlanAnswer } from '../../../server/src/protocol'
import { announce } from '../editor/announce'
import { changeText } from '../editor/change-text'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { showDocument } from '../editor/show-document'
import { askAbout } from './ask-about'
import { isRefusal } from './is-refusal'
import { withList, type OpenList } from './open-list'
import { changeCount, previewPlan } from './preview-plan'

/**
 * Shows what would change, and changes it once the author says so, as one step to undo. Resolves to what was done; undefined
 * where that is nothing, and the author knows why. Null stands for a version that the server does not have; `title` is what the
 * operation is called, and `again` carries out another way to do it.
 */
export async function carryOut(
  document: TextDocument,
  list: OpenList,
  answer: PlanAnswer | null,
  title: string,
  again: (list: OpenList, choices: Readonly<Record<string, string>>) => Promise<OperationPlan | undefined>,
): Promise<OperationPlan | undefined> {
  if (list.isClosed) return undefined
  if (!answer) {
    sayStale()
    return undefined
  }
  if (isRefusal(answer)) {
    const choices = answer.question && (await askAbout(document, list, answer, answer.question))
    if (!answer.question) sayRefused(document, answer)
    return choices && again(list, choices)
  }
  if (answer.edits.length === 0) {
    notice([l10n.t('{0}: nothing to change.', title), ...answer.losses, ...answer.notes].join(' '))
    return undefined
  }
  const wanted = await previewPlan(document, list, answer)
  if (typeof wanted === 'object') return withList(title, (next) => again(next, wanted.choices))
  if (wanted === 'stale') sayStale()
  if (wanted !== 'apply') return undefined
  if (!(await changeText(await showDocument(document), answer))) return undefined
  announce(doneWords(title, answer))
  return answer
}

function doneWords(title: string, plan: OperationPlan): string {
  const count = changeCount(plan)
  return count === 1
    ? l10n.t('{0}: 1 change. Undo reverts it.', title)
    : l10n.t('{0}: {1} changes. Undo reverts all.', title, count)
}
