import { l10n, window, type TextDocument } from 'vscode'
import { type OperationPlan } from '../../../server/src/protocol'
import { announce } from '../editor/announce'
import { applyEdits, sayStale } from '../editor/apply-edits'
import { sayRefused } from '../editor/say-refused'
import { showDocument } from '../editor/show-document'
import { type Workbench } from '../workbench'
import { isRefusal } from './is-refusal'
import { previewPlan } from './preview-plan'

export interface OperationRun {
  /** What the preview is called. */
  readonly title: string
  readonly operation: string
  readonly choices: Readonly<Record<string, string>>
  /** What to choose instead where it is refused, and what the button for that says. Offered only where it helps. */
  readonly instead?: { readonly title: string; readonly choices: Readonly<Record<string, string>> }
}

/**
 * Plans, shows what would change, and changes it once the author says so, as one step to undo. Resolves to what was done;
 * undefined where that is nothing, and the author knows why.
 */
export async function runOperation(workbench: Workbench, document: TextDocument, run: OperationRun): Promise<OperationPlan | undefined> {
  const { server } = workbench
  const { title, operation, choices, instead } = run
  const answer = await server.plan(document, operation, choices)
  if (!answer) {
    sayStale()
    return undefined
  }
  if (isRefusal(answer)) {
    const other = instead && (await server.plan(document, operation, { ...choices, ...instead.choices }))
    const more = instead && other && !isRefusal(other)
      ? { [instead.title]: () => runOperation(workbench, document, { title, operation, choices: { ...choices, ...instead.choices } }) }
      : {}
    sayRefused(document, answer, more)
    return undefined
  }
  if (answer.edits.length === 0) {
    void window.showInformationMessage([l10n.t('{0}: there is nothing to change.', title), ...answer.losses, ...answer.notes].join(' '))
    return undefined
  }
  const wanted = await previewPlan(document, answer, title)
  if (wanted === 'stale') sayStale()
  if (wanted !== 'apply') return undefined
  await showDocument(document)
  if (!(await applyEdits(document, answer))) return undefined
  announce(l10n.t('{0}: done. Undo takes it back in one step.', title))
  return answer
}
